import { readFileSync } from 'node:fs';
import { findClaims } from '../../src/ledger/claims.ts';
import type { Claim } from '../../src/ledger/claim.ts';
import type { Range } from '../../src/language/spans.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readNewsWhole } from '../news.ts';
import type { EvalRow } from '../row.ts';
import { scoreB3 } from '../stories/score.ts';

/** One row of `gold.tsv` or `further.tsv`: where a report of an event tells a claim, and who is its origin; null: the report does not say. */
interface GoldPlace {
  readonly event: string;
  readonly claim: string;
  readonly report: string;
  readonly place: Range;
  readonly origin: string | null;
  /** `dev` or `unseen`; null: of the first three events. */
  readonly half: string | null;
}

/** A second opinion on the same claim and its origins: events of `news` that three reports or more tell, each by itself. */
export async function evaluateNewsEvents(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const gold = [...readGold('gold.tsv'), ...readGold('further.tsv')];
  const readings = await readNewsWhole(dataDir, new Set(gold.map(({ report }) => report)), read);
  return [...new Set(gold.map(({ half }) => half))].flatMap(
    (half) =>
    scoreEvents(half === null ? 'news-events' : `news-events, ${half}`, gold.filter((one) => one.half === half), readings), // prettier-ignore
  );
}

function scoreEvents(
  task: string,
  gold: readonly GoldPlace[],
  readings: ReadonlyMap<string, Reading>,
): readonly EvalRow[] {
  const found = [...new Set(gold.map(({ event }) => event))].flatMap((event) => {
    const own = gold.filter((one) => one.event === event);
    const reports = new Set(own.map(({ report }) => report));
    const claims = findClaims([...readings].flatMap(([id, reading]) => (reports.has(id) ? [reading] : [])));
    return own.map((one) => ({ one, ...locate(one, readings.get(one.report), claims) }));
  });
  const merging = scoreB3(found.map(({ one, claim }) => ({ gold: [`${one.event} ${one.claim}`], found: claim })));
  const told = found.flatMap(({ one, origin }) => (one.origin === null ? [] : [{ gold: [`${one.event} ${one.origin}`], found: origin === null ? null : `${one.event} ${origin}` }])); // prettier-ignore
  const row = (metric: string, value: number, size: number): EvalRow => ({ task, metric, value, size });
  return [
    row('merging: B³ F1', merging.f1, found.length),
    row('merging: B³ precision', merging.precision, found.length),
    row('merging: B³ recall', merging.recall, found.length),
    row('origins: B³ F1', scoreB3(told).f1, told.length),
  ];
}

function readGold(file: string): readonly GoldPlace[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const [event = '', claim = '', report = '', place = '', origin = '-', half = null] = line.split('\t');
    const [start = 0, end = 0] = place.split('-').map(Number);
    return [{ event, claim, report, place: { start, end }, origin: origin === '-' ? null : origin, half }];
  });
}

/** The claim of the appearance that fits a place best, and its origin there. */
function locate(
  { place }: GoldPlace,
  reading: Reading | undefined,
  claims: readonly Claim[],
): { readonly claim: string | null; readonly origin: string | null } {
  let best = { fit: 0, claim: null as string | null, origin: null as string | null };
  for (const claim of claims)
    claim.appearances.forEach((one, i) => {
      if (one.in !== 'text' || one.report.version !== reading?.report.sha256) return;
      const size = one.content.reduce((sum, { start, end }) => sum + end - start, 0);
      const both = one.content.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, place.end) - Math.max(start, place.start)), 0); // prettier-ignore
      const fit = both / (size + place.end - place.start - both);
      const origin = claim.origins.find(({ appearances }) => appearances.includes(i));
      if (fit > best.fit) best = { fit, claim: claim.id, origin: origin?.name ?? null };
    });
  return best;
}
