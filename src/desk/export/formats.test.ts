import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_SCHEMA, CLAIM_REVIEW_SCHEMA, QUOTATION_SCHEMA } from '../../../test/export-schemas.ts';
import { inventExportLedger, MADE_AT, TODAY } from '../../../test/invented-export.ts';
import { claimSchema, type Ledger } from '../../ledger/ledger.ts';
import { nameUngraded } from './claim-review.ts';
import { EXPORT_FORMATS, type ExportFormat } from './format-names.ts';
import { writeExport } from './formats.ts';
import type { Asked } from './material.ts';

let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-formats-'));
  ledger = await inventExportLedger(join(folder, 'ledger.db'));
}, 180_000);
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
// The package is CommonJS: the function is its default's default.
addFormats.default(ajv);

async function write(format: ExportFormat, query: Asked['query'] = { all: true }): Promise<string> {
  const pieces: Buffer[] = [];
  await ledger.store.snapshot(async (queries) => {
    for await (const piece of writeExport(format, queries, { query, today: TODAY, at: MADE_AT, words: true })) pieces.push(Buffer.from(piece)); // prettier-ignore
  });
  return Buffer.concat(pieces).toString();
}

function check(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

describe('export', () => {
  it('jsonl: claims as `claims` prints them', async () => {
    const claims = lines(await write('jsonl')).map((line) => claimSchema.parse(line));
    const { items } = await ledger.claims({ all: true });
    expect(claims).toEqual(items);
  });

  it('claimreview: schema.org, and nothing is rated', async () => {
    const written = JSON.parse(await write('claimreview')) as { '@graph': { itemReviewed: { comment?: object[] }; claimReviewed: string; reviewRating: object }[] }; // prettier-ignore
    check(CLAIM_REVIEW_SCHEMA, written);
    const ferry = written['@graph'].find(({ claimReviewed }) => claimReviewed.includes('Tidewater'));
    expect(ferry?.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'ungraded: 1 independent origin' });
    expect(ferry?.itemReviewed.comment).toMatchObject([{ name: 'denied', author: { name: 'Tidewater Lines' }, url: 'https://times.example/ferry' }]); // prettier-ignore
    expect(JSON.stringify(written)).not.toMatch(/ratingValue|bestRating|worstRating/u);
  });

  it.each([
    [0, 0, 'ungraded: 0 independent origins'],
    [1, 1, 'ungraded: 1 independent origin'],
    [1, 2, 'ungraded: 1 to 2 independent origins'],
    [0, 1, 'ungraded: 0 to 1 independent origin'],
  ])('claimreview: %i to %i origins', (atLeast, atMost, said) => {
    expect(nameUngraded({ independent: { atLeast, atMost, why: [] } })).toBe(said);
  });

  it('webannotation: W3C, in code points, with the words before and after', async () => {
    interface Target {
      readonly source: string;
      readonly state?: object;
      readonly selector: readonly [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
    }
    const written = JSON.parse(await write('webannotation')) as { total: number; first: { items: { target: Target[]; creator?: object; motivation: string }[] } }; // prettier-ignore
    check(ANNOTATION_SCHEMA, written);
    const { items } = written.first;
    expect(items).toHaveLength(written.total);
    for (const { target } of items)
      for (const { source, selector: [quoted, at] } of target) {
        const [...text] = (await ledger.reading(source))?.report.text ?? '';
        expect(text.slice(at.start, at.end).join('')).toBe(quoted.exact);
        expect(text.join('')).toContain(quoted.prefix + quoted.exact + quoted.suffix);
      } // prettier-ignore
    expect(items.filter(({ creator }) => creator !== undefined)).toMatchObject([{ creator: { type: 'Person', name: 'Ines Marl' }, created: expect.stringMatching(/^2031-05-01T/u) as string }]); // prettier-ignore
    expect(items.find(({ motivation }) => motivation === 'assessing')?.target[0]).toMatchObject({ source: 'https://times.example/ferry' }); // prettier-ignore
  });

  it('ics: a real reader finds the event, its days and what became of it', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await write('ics')) as unknown[]);
    const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(others).toEqual([]);
    expect(event?.summary).toBe('Saltmere Ferries 🚢 will buy Tidewater Lines 🛳️ in April');
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2031-04-01', '2031-05-01']);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(await write('ics', { words: 'quay' })).not.toContain('VEVENT');
  });

  it('gqg: a line a report with quotations, in GDELT’s keys, with who is credited beside', async () => {
    const written = lines(await write('gqg')) as { url: string; lang: string; date: string; quotes: { quote: string; pre: string; post: string; start: number; end: number; speaker: string }[] }[]; // prettier-ignore
    for (const line of written) check(QUOTATION_SCHEMA, line);
    expect(written).toMatchObject([{ url: 'https://courier.example/ferry', lang: 'ENGLISH', date: '2031-03-02T06:30:00Z', quotes: [{ quote: 'We shall 😀 sail,', speaker: 'Jo Berg' }] }]); // prettier-ignore
    const [...text] = (await ledger.reading('https://courier.example/ferry'))?.report.text ?? '';
    for (const { quote, pre, post, start, end } of written[0]?.quotes ?? []) {
      expect(text.slice(start, end).join('')).toBe(quote);
      expect(text.join('')).toContain(pre + quote + post);
    }
  });

  it('html: every statement with its words, address, saved copy, and whether a person has checked it', async () => {
    const html = await write('html');
    const style = /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
    expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son[a-z]+=|\sstyle=|\u202E|<b>/iu);
    for (const claim of (await ledger.claims({ all: true })).items)
      for (const { content } of claim.appearances.filter(({ setAside }) => !setAside))
        for (const { text } of content) expect(html).toContain(`<mark>${escape(text)}</mark>`);
    expect(html.match(/class="check yes">✓ checked by Ines Marl, 1 May 2031, 00:0\d UTC</gu)).toHaveLength(1);
    expect(html.match(/class="check no">set aside</gu)).toHaveLength(1);
    expect(html).toContain('<s><span class="around"></span><mark>=HYPERLINK(1)');
    for (const url of ['courier', 'herald', 'times']) expect(html).toContain(`href="https://${url}.example/ferry"`);
    const copies = /<ol class="copies">(.*?)<\/ol>/su.exec(html)?.[1] ?? '';
    expect(copies.match(/<span>page<\/span> [0-9a-f]{64}</gu)).toHaveLength(3);
    expect(copies).toContain('saved 2 March 2031, 09:00');
    expect(copies.match(/time of saving not known/gu)).toHaveLength(2);
    expect(html).toContain('network</span> sha256:00');
    expect(html).toContain('called off <span class="facts">shown by https://herald.example/off; set by Ines Marl');
    expect(html).toContain('A person has set all of it aside: nothing of it counts.');
  });

  it('html: no link leads nowhere in the page', async () => {
    const html = await write('html');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('of what is not found is an empty file of its kind, no error', async () => {
    for (const format of EXPORT_FORMATS) await expect(write(format, { words: 'zeppelin' })).resolves.toBeDefined();
    expect(JSON.parse(await write('claimreview', { words: 'zeppelin' }))).toEqual({ '@context': 'https://schema.org', '@graph': [] }); // prettier-ignore
    check(ANNOTATION_SCHEMA, JSON.parse(await write('webannotation', { words: 'zeppelin' })));
    expect(await write('html', { words: 'zeppelin' })).toContain('No claim was found.');
  });
});

function escape(text: string): string {
  return text.replace('\u202E', '‹U+202E›').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
