import { afterAll, beforeAll, expect, it } from 'vitest';
import { attribute, inventReading, link, quote } from '../../../test/invented-reading.ts';
import { describeOnBoth } from '../../../test/on-both-stores.ts';
import type { Capture } from '../../capture/capture.ts';
import type { Reading } from '../../reading/reading.ts';
import { openLedger, sourceSchema, type Ledger } from '../ledger.ts';

/** A report of an outlet in which somebody says that the ferry moves. */
function report(
  outlet: string,
  day: string,
  source: string,
  said: string,
  audit: Partial<Reading['audit']> = {},
): Reading {
  const text = `${source} said that ${said}. Nothing else is known.`;
  const name = /Jo Marlow|Marlow|Tarnow Marine/u.exec(source)?.[0] ?? source;
  const kind = name === 'Tarnow Marine' ? 'organization' : 'person';
  const [whole] = quote(text, name);
  const [mention] = quote(text, source);
  return inventReading({
    report: { url: `https://${outlet.toLowerCase()}.example/${day}`, outlet, published: day, title: null, text, sha256: `${outlet}${day}` }, // prettier-ignore
    entities: [{ id: 'e1', name, kind, mentions: [{ ...(whole ?? { start: 0, end: 0, text: '' }), why: 'full name' }] }], // prettier-ignore
    attributions: [
      attribute('a1', {
        source: quote(text, source),
        cue: quote(text, 'said'),
        content: quote(text, said),
        chain: [link(outlet, 'outlet', 'metadata'), { ...link(name, kind), entity: 'e1', mention: mention ?? null }],
        event: { kind: 'expected', window: '2031-05-20', where: [], who: [] },
        expected: true,
      }),
    ],
    headline: [],
    times: [],
    places: [],
    notes: [],
    audit: { attributions: 1, named: 1, unnamed: 0, official: 0, document: 0, women: 0, men: 0, ...audit },
  });
}

const REPORTS: readonly Reading[] = [
  report('Courier', '2031-05-01', 'The fisheries board’s top lawyer Jo Marlow', 'the ferry will move to Lindow'),
  report('Herald', '2031-05-02', 'Sen. Jo Marlow, D-Ohio,', 'the bridge over the Ondel will close'),
  report('Courier', '2031-05-03', 'Sen. Jo Marlow, D-Ohio,', 'the bridge over the Ondel will close', { attributions: 4, unnamed: 3 }), // prettier-ignore
  report('Herald', '2031-05-04', 'Mr. Marlow', 'the harbour tax will rise'),
  report('Echo', '2031-05-05', 'Tarnow Marine', 'the ferry will move to Lindow'),
];

function captureOf({ report: { url, text } }: Reading): Capture {
  return { input: 'report.html', kind: 'html', bytes: Buffer.from(text), charset: 'utf-8', given: { url: url ?? '' } };
}

describeOnBoth('the sources of a ledger', (newPlace) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    for (const reading of REPORTS) await ledger.add(reading, captureOf(reading));
  }, 300_000);
  afterAll(() => ledger.close());

  it('are listed with those of most reports first', async () => {
    const listed = (await ledger.sources()).map(({ name, reports, roles }) => [name, reports, roles[0]?.role ?? null]);
    expect(listed[0]).toEqual(['Jo Marlow', 2, 'Sen.']);
    expect(listed.map(([name]) => name).sort()).toEqual(['Jo Marlow', 'Jo Marlow', 'Marlow', 'Tarnow Marine']);
    expect(await ledger.sources(1)).toHaveLength(1);
  });

  it('are found by name, two of one name apart, each with what it said and what became of it', async () => {
    const found = await ledger.source('Jo Marlow', '2031-06-01');
    for (const one of found) expect(sourceSchema.parse(one)).toEqual(one);
    expect(found.map(({ said }) => said.latest.map(({ appearance }) => appearance.content[0]?.text))).toEqual([
      ['the bridge over the Ondel will close', 'the bridge over the Ondel will close'],
      ['the ferry will move to Lindow'],
    ]);
    expect(found[0]?.expected).toMatchObject({ announced: 1, overdue: 1, happened: 0 });
    expect(found[0]?.namesakes.map(({ name }) => name)).toContain('Jo Marlow');
    const [byId] = await ledger.source(found[1]?.id.slice(0, 12) ?? '', '2031-06-01');
    expect(byId).toEqual(found[1]);
  });

  it('tell of an outlet what its reports rest on, also where nobody credits it', async () => {
    const [courier] = await ledger.source('The Courier', '2031-06-01');
    expect(courier?.outlet).toMatchObject({ reports: 2, attributions: 5, named: 2, unnamed: 3, from: '2031-05-01', to: '2031-05-03' }); // prettier-ignore
    expect([courier?.kind, courier?.reports]).toEqual(['outlet', 0]);
    expect(await ledger.source('Nobody Atall', '2031-06-01')).toEqual([]);
  });

  it('that may be one are offered, and stay as a person says', async () => {
    const pair = (await ledger.listReviews()).sources.find(({ why }) => why === 'only the surname is told');
    const ids = pair?.sources.map(({ id }) => id) ?? [];
    expect(pair?.sources.map(({ name }) => name).sort()).toEqual(['Jo Marlow', 'Marlow']);
    const said = await ledger.correct({ kind: 'same-source', report: null, text: null, body: { sources: ids }, why: 'the session’s minutes' }); // prettier-ignore
    expect((await ledger.sources()).map(({ name }) => name).filter((name) => name === 'Marlow')).toEqual([]);
    expect((await ledger.listReviews()).sources.some(({ sources }) => sources.some(({ id }) => ids.includes(id) && id === ids[1]))).toBe(false); // prettier-ignore
    await ledger.correct({ kind: 'undo', report: null, text: null, body: { correction: said }, why: 'it was another' });
    expect((await ledger.sources()).map(({ name }) => name)).toContain('Marlow');
  });
});
