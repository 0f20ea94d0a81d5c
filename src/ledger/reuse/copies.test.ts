import { describe, expect, it } from 'vitest';
import { inventReading } from '../../../test/invented-reading.ts';
import type { Reading } from '../../reading/reading.ts';
import { alignTexts } from './align.ts';
import { findCopies } from './copies.ts';
import { bandKeys } from './signature.ts';

const STORY =
  'The old ferry of Saltmere will make its last crossing in April, when a bridge of steel and glass opens to traffic after nine years of works. The harbour board expects ten thousand people on the quays and asks them to come on foot.';
const OTHER =
  'Beans are dear this year because the rain came late and the snails came early, growers in the Lindow valley told our reporter on a long and muddy walk along their fields.';

function reportOf(outlet: string | null, text: string, changes: Partial<Reading['report']> = {}): Reading {
  return inventReading({
    report: {
      url: null,
      outlet,
      wire: null,
      title: null,
      published: null,
      text,
      sha256: `sha256:${outlet ?? ''}${text}`,
      ...changes,
    },
    attributions: [],
  });
}

function copiesOf(...readings: readonly Reading[]): readonly string[] {
  const named = new Map(readings.map((reading) => [reading.report.outlet ?? 'unsigned', reading]));
  return findCopies(named).map(({ from, to, why }) => `${to} ← ${from}: ${why}`);
}

describe('alignTexts', () => {
  it('gives the passages of ten words or more, with their places in both', () => {
    const [passage, ...more] = alignTexts(STORY, `Saltmere says farewell. ${STORY.slice(0, 140)} — and so on.`);
    expect(more).toEqual([]);
    expect(passage?.from.start).toBe(0);
    expect(passage?.to.text.startsWith('The old ferry of Saltmere')).toBe(true);
  });

  it.each([
    ['another story', OTHER],
    ['a shared phrase', 'The old ferry of Saltmere has a new coat of paint, and nobody knows who paid for it.'],
  ])('finds none in %s', (_, text) => {
    expect(alignTexts(STORY, text)).toEqual([]);
  });
});

describe('findCopies', () => {
  it.each<[string, readonly Reading[], readonly string[]]>([
    [
      'the later of two days took it',
      [reportOf('A', STORY, { published: '2031-03-02' }), reportOf('B', STORY, { published: '2031-03-04' })],
      ['B ← A: time'],
    ],
    [
      'a wire is copied by who carries it, whatever the time',
      [
        reportOf('Reuters', STORY, { published: '2031-03-04' }),
        reportOf('B', STORY, { published: '2031-03-02', wire: 'Reuters' }),
      ],
      ['B ← Reuters: wire'],
    ],
    [
      'undated, who credits the other took it',
      [reportOf('The Verge', STORY), reportOf('B', `${STORY}\n\nThis article originally appeared on The Verge.`)],
      ['B ← The Verge: credit'],
    ],
    [
      'undated and uncredited, the text that stands whole in the longer one is the older',
      [reportOf('A', STORY), reportOf('B', `${STORY} ${OTHER} ${OTHER}`)],
      ['B ← A: containment'],
    ],
    ['two equal texts without a word on either tell nothing', [reportOf('A', STORY), reportOf('B', STORY)], []],
    ['two stories share nothing', [reportOf('A', STORY), reportOf('B', OTHER)], []],
  ])('%s', (_, readings, expected) => {
    expect(copiesOf(...readings)).toEqual(expected);
  });

  it('compares 5,000 reprints of one text with the first alone', () => {
    const reprints = Array.from({ length: 5000 }, (_, i) => reportOf(`Paper ${String(i)}`, STORY, { published: `2031-03-02T${String(10 + (i % 10))}:00:00Z` })); // prettier-ignore
    const copies = findCopies(new Map(reprints.map((reading) => [reading.report.outlet ?? '', reading])));
    expect(new Set(copies.map(({ from }) => from))).toEqual(new Set(['Paper 0']));
    expect(copies.length).toBeLessThan(5000);
  });
});

describe('bandKeys', () => {
  it('share a key for a passage in a longer text, and none for another story', () => {
    const keys = new Set(bandKeys(STORY));
    expect(bandKeys(`${OTHER} ${STORY}`).some((key) => keys.has(key))).toBe(true);
    expect(bandKeys(OTHER).some((key) => keys.has(key))).toBe(false);
  });
});
