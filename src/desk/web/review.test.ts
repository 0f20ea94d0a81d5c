import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventSourceReports } from '../../../test/invented-sources.ts';
import { openTestDesk, type TestDesk } from '../../../test/open-test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(inventSourceReports());
}, 60_000);
afterAll(() => desk.close());

const read = async (path: string): Promise<string> => (await desk.ask(path)).text();

/** The fields of a page's form that has this button. */
function fieldsOf(html: string, button: string): Record<string, string> {
  const form = [...html.matchAll(/<form method="post".*?<\/form>/gsu)].map(([all]) => all).find((all) => all.includes(button)) ?? ''; // prettier-ignore
  return Object.fromEntries([...form.matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')])); // prettier-ignore
}

async function answer(button: string): Promise<string> {
  const answered = await desk.send('/decide/sources', fieldsOf(await read('/review?kind=sources'), button));
  expect(answered.status).toBe(303);
  return answered.headers.get('location') ?? '';
}

describe('the review', () => {
  it('shows two sources that may be one, with what each said, and one key for each answer', async () => {
    const html = await read('/review?kind=sources');
    expect(html).toContain('only the surname is told');
    expect(html).toContain('the toll is fair');
    expect([...html.matchAll(/data-key="(\w)"/gu)].map(([, key]) => key)).toEqual(['a', 'x', 's']);
  });

  it('joins them, offers the undo, and asks again when it is taken back', async () => {
    const names = async (): Promise<string[]> => (await desk.ledger.sources()).map(({ name }) => name).sort();
    const before = await names();
    const back = await answer('One source');
    expect(back).toMatch(/^\/review\?kind=sources&done=/u);
    expect(await names()).toEqual(before.filter((name) => name !== 'Marlow'));
    const after = await read(back);
    expect(after).not.toContain('only the surname is told');
    const undo = fieldsOf(after, 'Undo');
    expect(undo.back).toBe('/review?kind=sources');
    await desk.send('/decide', undo);
    expect(await names()).toEqual(before);
    expect(await read('/review?kind=sources')).toContain('only the surname is told');
  });

  it('keeps them two, and does not ask again', async () => {
    const back = await answer('Two sources');
    expect(await read(back)).not.toContain('only the surname is told');
    expect((await desk.ledger.corrections()).at(-1)).toMatchObject({ kind: 'other-source', by: 'tester' });
    await desk.send('/decide', fieldsOf(await read(back), 'Undo'));
  });

  it('passes over what is skipped, until one begins again', async () => {
    const html = await read('/review?kind=sources');
    const later = (/href="([^"]*)" data-key="s"/u.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(later).toMatch(/^\/review\?kind=sources&skip=[0-9a-f-]+$/u);
    expect(await read(later)).toContain('Begin again with what was skipped');
  });

  it('has the places read with doubt, and the claims that may be one, beside them', async () => {
    expect(await read('/review')).toContain('Do the marked words say this?');
    expect(await read('/review?kind=claims')).toContain('Nothing waits for a person');
    expect((await desk.ask('/review?kind=odd')).status).toBe(400);
  });

  it.each([
    [{ kind: 'same-source', one: 'ffffffffffff', other: 'eeeeeeeeeeee' }, 404],
    [{ kind: 'same-source', one: 'ffffffffffff', other: 'ffffffffffff' }, 400],
    [{ kind: 'merge', one: 'ffffffffffff', other: 'eeeeeeeeeeee' }, 400],
  ])('%j is refused with %i', async (fields, status) => {
    const before = (await desk.ledger.corrections()).length;
    expect((await desk.send('/decide/sources', fields)).status).toBe(status);
    expect((await desk.ledger.corrections()).length).toBe(before);
  });
});
