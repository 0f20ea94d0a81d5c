import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventSourceReports } from '../../../test/invented-sources.ts';
import { openTestDesk, type TestDesk } from '../../../test/open-test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(inventSourceReports());
}, 60_000);
afterAll(() => desk.close());

async function read(path: string): Promise<string> {
  const html = await (await desk.ask(path)).text();
  return html.slice(html.indexOf('<main')).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' '); // prettier-ignore
}

async function idOf(name: string): Promise<string> {
  return (await desk.ledger.sources()).find((one) => one.name === name)?.id ?? '';
}

describe('the sources', () => {
  it('are listed with how many reports credit each, and lead to that one', async () => {
    const html = await (await desk.ask('/sources')).text();
    expect(html).toContain(`href="/source?id=${(await idOf('Jo Marlow')).slice(0, 16)}"`);
    expect(await read('/sources')).toMatch(/Jo Marlow , person 1 2 /u);
  });

  it('one: what it said, on what, when, and of how many events what became', async () => {
    const text = await read(`/source?id=${await idOf('Jo Marlow')}`);
    expect(text).toContain('credited by 1 report, 2 times');
    expect(text).toMatch(/the ferry will run on Sunday The claim Lindow Echo · 1 May 2031/u);
    expect(text).toContain('Said of what was ahead Of 1: 1 overdue.');
    expect(text).toMatch(/Others of the name Marlow May be the same: only the surname is told/u);
    expect(text).not.toContain('the quay will be swept');
  });

  it('several of a name are a choice', async () => {
    const text = await read('/source?name=Quill');
    expect(text).toContain('2 sources');
    expect(text).toMatch(/Ada Quill person · credited by 1 report, 1 time · 3 May 2031/u);
  });

  it('an outlet: what its reports rest on, whom it copies and who copies it', async () => {
    const [post] = await desk.ledger.source('Ondel Post', '2031-06-01');
    expect(post?.outlet?.copies).toEqual([{ outlet: 'Lindow Echo', claims: 3 }]);
    const text = await read('/source?name=Ondel+Post');
    expect(text).toMatch(/Its reports here 2 /u);
    expect(text).toMatch(/Whom it copies .*Lindow Echo 3 claims Who copies it Nobody/u);
    expect(await read('/source?name=Lindow+Echo')).toMatch(/Who copies it .*Ondel Post 3 claims/u);
  });

  it('a name that no report credits leads to the search', async () => {
    expect(await read('/source?name=Nobody+Atall')).toContain('No report here credits this name');
  });
});
