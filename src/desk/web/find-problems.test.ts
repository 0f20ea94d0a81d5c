import { describe, expect, it } from 'vitest';
import { findProblems } from './find-problems.ts';

const NOTHING = { text: '', outlet: '', published: '', url: '' };
const named = (...names: string[]): File[] => names.map((name) => new File(['The quay is shut.'], name));

describe('files to be added', () => {
  it('that are plain text are asked for outlet and day', () => {
    const [asked, ...more] = findProblems(NOTHING, named('one.txt', 'page.html', 'two.MD'), null, false);
    expect(asked).toMatch(/^one\.txt and 1 more are plain text, which says neither outlet nor day: give both/u);
    expect(more).toEqual([]);
    expect(findProblems({ ...NOTHING, outlet: 'Vane Observer' }, named('one.txt'), null, false)[0]).toMatch(
      /^one\.txt is plain text/u,
    );
  });

  it.each([
    ['both are given', { ...NOTHING, outlet: 'Vane Observer', published: '2031-05-05' }, named('one.txt'), false],
    ['neither is known', NOTHING, named('one.txt', 'two.txt'), true],
    ['they say so themselves', NOTHING, named('page.html', 'table.csv', 'crawl.warc.gz'), false],
  ])('are read where %s', (_, fields, files, unknown) => {
    expect(findProblems(fields, files, null, unknown)).toEqual([]);
  });
});
