import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { openTestDesk, readSharedClaim, type TestDesk } from '../../../test/open-test-desk.ts';
import type { ShownClaim } from '../../ledger/ledger.ts';
import type { Reading } from '../../reading/reading.ts';

let desk: TestDesk;
const COURIER = 'https://saltmere-courier.example/ferry';

beforeAll(async () => {
  desk = await openTestDesk(inventDeskReports());
}, 60_000);
afterAll(() => desk.close());

async function readReport(): Promise<Reading> {
  const reading = await desk.ledger.reading(COURIER);
  if (reading === null) throw new Error('the report is not held');
  return reading;
}

/** The place of the claim in the Courier. */
async function findPlace(): Promise<ShownClaim['appearances'][number]> {
  const one = (await readSharedClaim(desk)).appearances.find(({ report }) => report.url === COURIER);
  if (one === undefined) throw new Error('the Courier does not carry it');
  return one;
}

/** Sends a form as the page has it; what it left to take back. */
async function send(fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await desk.send('/decide', { back: '/', ...fields });
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, '']);
  return new URL(answer.headers.get('location') ?? '', 'http://desk.invalid').searchParams.get('done') ?? '';
}

const undo = (correction: string): Promise<string> => send({ kind: 'undo', correction });
const page = async (path: string): Promise<string> => (await desk.ask(path)).text();

describe('a place of a report', () => {
  it('is given other words: they are looked for where the old ones stand, and what is unchanged stays', async () => {
    const { id } = await findPlace();
    const told = (await readReport()).attributions.find(({ source }) => source.length > 0);
    const [source, content] = [told?.source[0], told?.content[0]];
    const was = (span: typeof source): string => `${String(span?.start)}-${String(span?.end)}`;
    const form = { kind: 'edit', appearance: id, in: 'text', 'was-source': was(source), 'was-content': was(content) };
    const words = 'the Saltmere ferry will move to\r\nthe new quay';
    const done = await send({ ...form, source: source?.text ?? '', content: words, 'content-at': was(content), why: 'shorter' }); // prettier-ignore
    const edited = (await readReport()).attributions.find(({ source: words }) => words.length > 0);
    expect(edited?.content.map(({ text }) => text)).toEqual(['the Saltmere ferry will move to', 'the new quay']);
    expect(edited?.source).toEqual(told?.source);
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}`);
    expect(shown).toContain('Corrected content');
    expect(shown).toContain(': shorter');
    // The place goes by its old id too, as links to it do.
    expect((await desk.ask(`/report?at=${id}&correct=yes`)).status).toBe(200);
    await undo(done);
    expect((await readReport()).attributions).toContainEqual(told);
  });

  it('is given the very stretch that was selected, and offsets by hand', async () => {
    const { id } = await findPlace();
    const { text } = (await readReport()).report;
    const at = text.lastIndexOf('quay');
    const form = { kind: 'edit', appearance: id, in: 'text', 'was-cue': '' };
    const cue = async (): Promise<unknown> => (await readReport()).attributions.flatMap((one) => one.cue.map(({ start, end }) => [start, end])); // prettier-ignore
    let done = await send({ ...form, cue: 'quay', 'cue-at': `${String(at)}-${String(at + 4)}` });
    expect(await cue()).toContainEqual([at, at + 4]);
    await undo(done);
    done = await send({ ...form, cue: '4-9', 'cue-at': '' });
    expect(await cue()).toContainEqual([4, 9]);
    await undo(done);
  });

  it.each([
    [
      'words that do not stand there',
      { content: 'no such words', 'was-content': '0-5' },
      /does not stand in the report/u,
    ],
    ['no content at all', { content: '', 'was-content': '0-5' }, /without content cannot be kept/u],
    ['nothing new', { source: '', 'was-source': '' }, /Nothing was changed/u],
  ])('refuses %s, and says why', async (_, fields, message) => {
    const { id } = await findPlace();
    const answer = await desk.send('/decide', { kind: 'edit', appearance: id, in: 'text', back: '/', ...fields });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(message);
  });

  it('is given its source by name, with the outlet that it was told to', async () => {
    const { id } = await findPlace();
    const done = await send({ kind: 'set-source', appearance: id, name: ' Rosa Quill ', as: 'person', via: 'Norring Herald', why: '' }); // prettier-ignore
    const links = (await findPlace()).chain.map(({ name }) => name);
    expect(links).toEqual(['The Saltmere Courier', 'Norring Herald', 'Rosa Quill']);
    expect(await page(`/claims/${(await readSharedClaim(desk)).id}`)).toContain(
      'Set the source: Rosa Quill, to Norring Herald',
    );
    await undo(done);
  });

  it('is set aside: struck through in the report, in no count, and counted again', async () => {
    const before = await readSharedClaim(desk);
    const { id } = await findPlace();
    const done = await send({ kind: 'set-aside', appearance: id, why: 'a summary' });
    expect((await readSharedClaim(desk)).checked.of).toBe(before.checked.of - 1);
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}`);
    expect(shown).toMatch(/<s><mark[^>]*>[^<]*ferry/u);
    expect(shown).toContain('Set aside, not to be counted');
    await undo(done);
    expect((await readSharedClaim(desk)).checked.of).toBe(before.checked.of);
  });

  it('opens beside its text with what was selected filled in', async () => {
    const { text } = (await readReport()).report;
    const start = text.indexOf('ferry');
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}&correct=${String(start)}-${String(start + 5)}&as=cue&in=text`); // prettier-ignore
    expect(shown).toMatch(/<textarea name="cue"[^>]*>ferry<\/textarea>/u);
    expect(shown).toContain(`name="cue-at" value="${String(start)}-${String(start + 5)}"`);
    expect(shown).toContain(`name="appearance" value="${(await findPlace()).id}"`);
  });
});

describe('what the reader missed', () => {
  const form = { kind: 'add-attribution', report: COURIER, in: 'text', as: 'unknown', polarity: '', name: '', via: '' };

  it('is added by its words, seen in its place as a person’s, and taken back', async () => {
    const content = 'The quay in Norring is sixty years old';
    const done = await send({ ...form, source: '', cue: '', content, name: ' Rosa Quill ', as: 'person', why: 'by telephone' }); // prettier-ignore
    const own = (await readReport()).attributions.find(({ addedBy }) => addedBy !== undefined);
    expect(own).toMatchObject({ content: [{ text: content }], addedBy: { by: 'tester', why: 'by telephone' } });
    expect(own?.chain.map(({ name }) => name)).toEqual(['The Saltmere Courier', 'Rosa Quill']);
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}&done=${done}`);
    expect(shown).toContain('added by tester');
    expect(shown).toContain('id="here"');
    expect(shown).toContain('Added who says something here that the reader had missed: Rosa Quill');
    await undo(done);
    expect((await readReport()).attributions.filter(({ addedBy }) => addedBy !== undefined)).toEqual([]);
  });

  it.each([
    ['without content', { cue: 'said', content: '' }, /without content cannot be kept/u],
    ['with words that do not stand there', { cue: 'said', content: 'no such words' }, /does not stand in the report/u],
    ['with nobody who tells it', { content: 'ferry' }, /needs somebody who tells it/u],
  ])('is refused %s', async (_, fields, message) => {
    const answer = await desk.send('/decide', { ...form, source: '', cue: '', back: '/', ...fields });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(message)]);
  });

  it('opens with what was selected filled in, in the title too', async () => {
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}&add=0-3&as=source&in=title`);
    expect(shown).toContain('data-correct="title"');
    expect(shown).toContain('name="source-at" value="0-3"');
  });
});

describe('a report', () => {
  const form = { kind: 'correct-report', report: COURIER, 'was-outlet': 'The Saltmere Courier', 'was-authors': '', 'was-kind': 'news', 'was-section': '' }; // prettier-ignore

  it('is corrected in what was changed alone, and all of it is taken back at once', async () => {
    const before = (await readReport()).report;
    const done = await send({ ...form, 'to-outlet': 'Saltmere Courier', 'to-authors': 'Ines Marl; Klara Neume', 'to-kind': 'news', 'to-section': '' }); // prettier-ignore
    expect((await readReport()).report.kind).toBe(before.kind);
    expect(done.split(',')).toHaveLength(2);
    expect((await readReport()).report).toMatchObject({
      outlet: 'Saltmere Courier',
      authors: ['Ines Marl', 'Klara Neume'],
    });
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}`);
    expect(shown).toContain('Authors corrected: Ines Marl, Klara Neume');
    await undo(done);
    expect((await readReport()).report).toEqual(before);
  });

  it('keeps nothing of a form in which one field is wrong', async () => {
    const answer = await desk.send('/decide', { ...form, 'to-outlet': 'Another', 'to-published': 'last week', 'was-published': '', back: '/' }); // prettier-ignore
    expect([answer.status, (await readReport()).report.outlet]).toEqual([400, 'The Saltmere Courier']);
  });

  it('is set aside as a whole, with the reason, and counted again', async () => {
    const before = (await readSharedClaim(desk)).basis.reports;
    const done = await send({ kind: 'set-aside', report: COURIER, why: 'made up' });
    expect((await readSharedClaim(desk)).basis.reports).toBe(before - 1);
    const shown = await page(`/report?key=${encodeURIComponent(COURIER)}`);
    expect(shown).toContain('This report is set aside and in no count: tester');
    expect(shown).toContain('class="struck"');
    await undo(done);
    expect(await page(`/report?key=${encodeURIComponent(COURIER)}`)).not.toContain('class="struck"');
  });
});

describe('a claim', () => {
  it('is graded by a person, beside what is counted', async () => {
    const { id } = await readSharedClaim(desk);
    const done = await send({ kind: 'grade', claim: id, reliability: 'B', credibility: '', why: 'met him' });
    expect((await readSharedClaim(desk)).grade).toMatchObject({
      reliability: 'B',
      credibility: null,
      by: 'tester',
      why: 'met him',
    });
    expect(await page(`/claims/${id}`)).toContain('Graded B– by tester');
    await undo(done);
    expect(await page(`/claims/${id}`)).toContain('Nobody has graded it');
  });

  it('is told who answers it, and that one does not', async () => {
    const { id } = await readSharedClaim(desk);
    const denial = (await readSharedClaim(desk)).denials[0]?.appearance.id ?? '';
    const unlinked = await send({ kind: 'unlink-denial', denial, claim: id });
    expect((await readSharedClaim(desk)).denials).toEqual([]);
    expect(await page(`/claims/${id}/answers`)).toContain(denial);
    const linked = await send({ kind: 'link-denial', denial, claim: id, strength: 'disputed', why: '' });
    expect((await readSharedClaim(desk)).denials).toMatchObject([{ strength: 'disputed' }]);
    expect(await page(`/claims/${id}`)).toContain('Said that a place answers the claim');
    await undo(linked);
    await undo(unlinked);
    expect((await readSharedClaim(desk)).denials).toMatchObject([{ strength: 'denied', appearance: { id: denial } }]);
  });

  it.each([
    [{ kind: 'grade', reliability: 'G', credibility: '' }],
    [{ kind: 'grade', reliability: 'A', credibility: '7' }],
    [{ kind: 'link-denial', denial: '', strength: 'denied' }],
    [{ kind: 'set-aside', appearance: '', report: '' }],
    [{ kind: 'correct-report', report: COURIER, kind_: 'x' }],
  ])('%j is refused', async (fields) => {
    const { id } = await readSharedClaim(desk);
    expect((await desk.send('/decide', { claim: id, back: '/', ...fields })).status).toBe(400);
  });
});

describe('a program', () => {
  it('decides the same by the API, with numbers and lists', async () => {
    const decide = (decision: object) => desk.ask('/api/v1/decisions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ decision }) }); // prettier-ignore
    const { id } = await findPlace();
    const answer = await decide({ kind: 'edit', appearance: id, cue: [[0, 3]] });
    expect(answer.status).toBe(200);
    expect((await readReport()).attributions.some(({ cue }) => cue[0]?.end === 3)).toBe(true);
    await undo(((await answer.json()) as { id: string }).id);
    expect((await decide({ kind: 'edit', appearance: id, cue: '0-3' })).status).toBe(400);
    expect((await decide({ kind: 'correct-report', report: COURIER, field: 'published', value: 'soon' })).status).toBe(
      400,
    );
    expect((await decide({ kind: 'set-aside' })).status).toBe(400);
    const added = await decide({ kind: 'add-attribution', report: COURIER, cue: [[0, 3]], content: [[4, 12]] });
    expect(added.status).toBe(200);
    expect((await readReport()).attributions.some(({ addedBy }) => addedBy?.by === 'tester')).toBe(true);
    await undo(((await added.json()) as { id: string }).id);
    expect((await decide({ kind: 'add-attribution', report: COURIER, cue: [[0, 3]], content: [] })).status).toBe(400);
  });
});

describe('an export', () => {
  it.each([
    ['html', /^<!doctype html>[\s\S]*Saltmere ferry/u, 'html'],
    ['claimreview', /"@type":\s*"(?:Claim|Dataset|ClaimReview)/u, 'jsonld'],
    ['csv', /Aldous Venn|Saltmere/u, 'csv'],
    ['webannotation', /TextQuoteSelector/u, 'annotations.jsonld'],
  ])('of one claim as %s is a file to keep', async (format, content, ending) => {
    const { id } = await readSharedClaim(desk);
    const answer = await desk.ask(`/export/${format}?claim=${id}`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="hearsay-claim-${id.slice(0, 12)}.${ending}"`); // prettier-ignore
    const text = await answer.text();
    expect(text).toMatch(content);
    expect(text).not.toContain('cargo');
  });

  it('of a search holds what the search finds', async () => {
    const lines = async (query: string): Promise<unknown[]> => (await page(`/export/jsonl?${query}`)).trim().split('\n').map((line) => (JSON.parse(line) as ShownClaim).id); // prettier-ignore
    const found = await desk.ledger.claims({ words: 'cargo' });
    expect(await lines('q=cargo')).toEqual(found.items.map(({ id }) => id));
    expect(await lines('outlet=Norring+Herald')).toEqual([(await readSharedClaim(desk)).id]);
    expect(await lines('kind=answered')).toEqual([(await readSharedClaim(desk)).id]);
    const hedged = (await lines('certainty=possible')) as string[];
    expect(hedged).toContain((await readSharedClaim(desk)).id);
    expect(hedged.length).toBeLessThan((await lines('')).length);
    expect(await page('/export/html?kind=answered')).toContain('kind: answered');
  });

  it.each([
    ['/export/doc?q=ferry', 400],
    ['/export/csv?claim=ffffffffffff', 404],
    ['/export/csv?from=soon', 400],
  ])('%s is refused with %i', async (path, status) => {
    expect((await desk.ask(path)).status).toBe(status);
  });
});
