import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { openTestDesk, readSharedClaim, type TestDesk } from '../../../test/open-test-desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk(inventDeskReports());
}, 60_000);
afterAll(() => desk.close());

/** Where the answer leads, and the id of what was kept. */
function followed(answer: Response): { readonly path: string; readonly done: string | null } {
  const to = new URL(answer.headers.get('location') ?? '', 'http://desk.invalid');
  const done = to.searchParams.get('done');
  to.searchParams.delete('done');
  return { path: to.pathname + to.search, done };
}

describe('what a person decides', () => {
  it('accepts a place, shows the undo, and takes it back', async () => {
    const { id } = await readSharedClaim(desk);
    const answer = await desk.send('/decide', { kind: 'accept', appearance: id, back: `/claims/${id}/check?n=2` });
    const { path, done } = followed(answer);
    expect([answer.status, path]).toEqual([303, `/claims/${id}/check?n=2`]);
    expect((await readSharedClaim(desk)).checked).toMatchObject({ appearances: 1, by: ['tester'] });
    expect(await (await desk.ask(`/claims/${id}/check?n=2&done=${done ?? ''}`)).text()).toContain('Kept.');
    const undone = await desk.send('/decide', { kind: 'undo', correction: done ?? '', back: '/review' });
    expect(followed(undone)).toEqual({ path: '/review', done: null });
    expect((await readSharedClaim(desk)).checked.appearances).toBe(0);
  });

  it('sets a place aside: it stays to be seen and is in no count', async () => {
    const before = await readSharedClaim(desk);
    const [first, second] = before.appearances;
    const { done } = followed(await desk.send('/decide', { kind: 'reject', appearance: second?.id ?? '', back: '/' }));
    const after = await readSharedClaim(desk);
    expect([after.checked.of, after.appearances.length]).toEqual([before.checked.of - 1, before.appearances.length]);
    expect(await (await desk.ask(`/claims/${first?.id ?? ''}`)).text()).toContain('set aside');
    await desk.send('/decide', { kind: 'undo', correction: done ?? '', back: '/' });
  });

  it('parts a place from a claim that it is not of', async () => {
    const before = await readSharedClaim(desk);
    const [first, second] = before.appearances;
    const { done } = followed(await desk.send('/decide', { kind: 'split', appearance: first?.id ?? '', other: second?.id ?? '', back: '/' })); // prettier-ignore
    const parted = await desk.ledger.claim(first?.id ?? '');
    expect(parted?.appearances.some(({ id }) => id === second?.id)).toBe(false);
    await desk.send('/decide', { kind: 'undo', correction: done ?? '', back: '/' });
  });

  it('says what became of it, with the address that shows it', async () => {
    const { id } = await readSharedClaim(desk);
    await desk.send('/decide', { kind: 'outcome', claim: id, outcome: 'moved', evidence: 'https://tidewater.example/later', why: 'seen', back: '/' }); // prettier-ignore
    expect((await readSharedClaim(desk)).expected).toMatchObject({
      status: 'moved',
      setBy: { by: 'tester', why: 'seen' },
    });
    expect(await (await desk.ask('/calendar')).text()).toContain('Set by tester');
  });

  it.each([
    [{ kind: 'accept' }, 400],
    [{ kind: 'accept', appearance: 'ffffffffffff' }, 404],
    [{ kind: 'outcome', claim: 'ffffffffffff', outcome: 'happened', evidence: 'javascript:alert(1)' }, 400],
    [{ kind: 'drop', appearance: 'ffffffffffff' }, 400],
  ])('%j is refused with %i', async (fields, status) => {
    expect((await desk.send('/decide', fields as unknown as Record<string, string>)).status).toBe(status);
  });

  it('leads to no page of another site', async () => {
    const { id } = await readSharedClaim(desk);
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { path } = followed(await desk.send('/decide', { kind: 'accept', appearance: id, back }));
      expect([back, path]).toEqual([back, '/']);
    }
  });
});
