import { HearsayError } from '../../base/error.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/format-names.ts';
import { writeExport, type ExportOptions } from '../export/formats.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { todayOf, type App, type Desk, type Page } from './desk.ts';
import { findClaim } from './pages/claim.tsx';
import { fits, makeQuery } from './pages/search.tsx';
import { readSearch, writeSearch, type Search } from './search-query.ts';

const FILES: Readonly<Record<ExportFormat, readonly [ending: string, type: string]>> = {
  jsonl: ['jsonl', 'application/jsonl; charset=utf-8'],
  csv: ['csv', 'text/csv; charset=utf-8'],
  parquet: ['parquet', 'application/vnd.apache.parquet'],
  claimreview: ['jsonld', 'application/ld+json; charset=utf-8'],
  webannotation: ['annotations.jsonld', 'application/ld+json; charset=utf-8'],
  ics: ['ics', 'text/calendar; charset=utf-8'],
  gqg: ['gqg.jsonl', 'application/jsonl; charset=utf-8'],
  html: ['html', 'text/html; charset=utf-8'],
};

/** The media types of what is exported, each once. */
export const EXPORT_TYPES = [...new Set(Object.values(FILES).map(([, type]) => type.replace(/;.*/u, '')))];

/** `/export/FORMAT?claim=ID`, or with what `/search` takes: a file to keep, as `hearsay export` writes it. */
export function defineExport(app: App, desk: Desk): void {
  app.get('/export/:format', (c) => answerExport(c, desk));
}

/** @throws HearsayError `usage.bad-option`, `ledger.unknown-claim` */
export async function answerExport(c: Page, desk: Desk): Promise<Response> {
  const format = EXPORT_FORMATS.find((one) => one === c.req.param('format'));
  if (format === undefined) throw new HearsayError('usage.bad-option', 'There is no such format', `formats are ${EXPORT_FORMATS.join(', ')}`, 'choose one of these'); // prettier-ignore
  const { claim, ...rest } = c.req.query();
  const search = readSearch(rest);
  const found = claim === undefined ? null : await findClaim(desk, claim);
  const [ending, type] = FILES[format];
  const name = found === null ? 'hearsay-claims' : `hearsay-claim-${found.id.slice(0, 12)}`;
  const query = found === null ? makeQuery(search) : { words: found.id };
  const options = { query, ...narrowing(search), today: todayOf(desk), at: desk.now().toISOString(), words: true };
  const asked = found === null ? writeSearch(search) || 'all claims' : found.id.slice(0, 16);
  if (desk.hasUsers) await desk.team.keepAct({ kind: 'exported', about: `${format}: ${asked}` }, c.var.viewer.name);
  const close = desk.streams.open(c.var.viewer.user);
  return c.body(streamExport(desk.ledger, format, options, close), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${ending}"`,
  });
}

/** What the ledger cannot be asked for. */
function narrowing(search: Search): Pick<ExportOptions, 'narrow'> {
  const { kind, certainty } = search;
  if (kind === undefined && certainty === undefined) return {};
  const told = [kind === undefined ? '' : `kind: ${kind}`, certainty === undefined ? '' : `told as: ${certainty}`];
  return { narrow: { fits: (claim) => fits(claim, search), told: told.filter((part) => part !== '').join(', ') } };
}

/**
 * From one moment of the ledger, as fast as it is taken. Where it fails, the connection breaks: what has come is then no
 * whole file; where nobody takes it any more, it ends.
 */
function streamExport(
  ledger: Ledger,
  format: ExportFormat,
  options: ExportOptions,
  close: () => void,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  ledger.store
    .snapshot(async (queries) => {
      for await (const piece of writeExport(format, queries, options))
        await writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece);
    })
    .then(
      () => writer.close(),
      (error: unknown) => {
        if (error instanceof HearsayError) console.error(`export: ${error.message}`);
        return writer.abort(error);
      },
    )
    .catch(() => undefined)
    .finally(close);
  return readable;
}
