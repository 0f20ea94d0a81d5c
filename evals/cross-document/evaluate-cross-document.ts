import { findClaims } from '../../src/ledger/claims.ts';
import type { Claim } from '../../src/ledger/claim.ts';
import { stemOf } from '../../src/ledger/propositions/stem.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readMeantime, type GoldEvent, type MeantimeDocument } from '../certainty/meantime.ts';
import type { EvalRow } from '../row.ts';
import { scoreB3 } from '../stories/score.ts';
import { wrapText } from '../triples/wrap.ts';

const ANNOTATION = 'intra_cross-doc_annotation';

/**
 * A second opinion on the same claim: the events of MEANTIME that two articles of a topic or more tell. A mention counts where
 * the clause that it is the verb of is an appearance: whether the appearances of one event are one claim, and no others.
 */
export async function evaluateCrossDocument(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const documents = readMeantime(dataDir, ANNOTATION);
  const items: { readonly gold: readonly string[]; readonly found: string | null }[] = [];
  for (const topic of [...new Set(documents.map((one) => one.topic))]) {
    const own = documents.filter((one) => one.topic === topic);
    const readings = new Map<string, Reading>();
    for (const { id, text } of own) readings.set(id, await read(wrapText(id, text)));
    items.push(...findMentions(own, readings, findClaims([...readings.values()])));
  }
  const { precision, recall, f1 } = scoreB3(items);
  const row = (metric: string, value: number): EvalRow => ({ task: 'cross-document, MEANTIME', metric, value, size: items.length }); // prettier-ignore
  return [
    row('same event: B³ F1', f1),
    row('same event: B³ precision', precision),
    row('same event: B³ recall', recall),
  ];
}

/** Mentions of events that two documents or more tell, each with the claim whose appearance has it for its verb. */
function findMentions(
  documents: readonly MeantimeDocument[],
  readings: ReadonlyMap<string, Reading>,
  claims: readonly Claim[],
): readonly { readonly gold: readonly string[]; readonly found: string | null }[] {
  const tellers = new Map<string, Set<string>>();
  for (const { id, events } of documents) for (const { instance } of events) if (instance !== null) tellers.set(instance, (tellers.get(instance) ?? new Set()).add(id)); // prettier-ignore
  return documents.flatMap(({ id, text, events }) =>
    events.flatMap((event) => {
      const { instance } = event;
      if (instance === null || (tellers.get(instance)?.size ?? 0) < 2) return [];
      const found = claimWith(claims, readings.get(id), event, text);
      return found === null ? [] : [{ gold: [instance], found }];
    }),
  );
}

/** The claim of the smallest appearance around a mention, where the mention is the verb of that appearance or its noun. */
function claimWith(
  claims: readonly Claim[],
  reading: Reading | undefined,
  event: GoldEvent,
  text: string,
): string | null {
  const verb = stemOf(text.slice(event.start, event.end).split(' ')[0] ?? '');
  const around = claims.flatMap((claim) =>
    claim.appearances
      .filter(
        (one) =>
          one.report.version === reading?.report.sha256 &&
          one.content.some(({ start, end }) => start <= event.start && event.end <= end),
      ) // prettier-ignore
      .map((one) => ({ claim: claim.id, words: one.content.map((span) => span.text).join(' ') })),
  );
  const [smallest] = around.sort((a, b) => a.words.length - b.words.length);
  if (smallest === undefined) return null;
  const words = smallest.words.split(/\s+/u);
  const at = words.findIndex((word) => stemOf(word) === verb);
  return at >= 0 && at < HEAD ? smallest.claim : null;
}

/** Words within which the verb of a clause stands. */
const HEAD = 14;
