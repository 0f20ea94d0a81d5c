import { hashBytes } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Correction } from './corrections.ts';
import type { Anchor, SaidOutcome } from './hand.ts';
import { getReading } from './read-back.ts';
import { readClaim } from './read-claim.ts';
import type { Queries } from './store/store.ts';

/** What a person decides, by the ids that the ledger shows. */
export type Decision = { readonly why: string } & (
  | { readonly kind: 'accept' | 'reject'; readonly appearance: string }
  | { readonly kind: 'merge' | 'split'; readonly appearances: readonly [string, string] }
  | { readonly kind: 'outcome'; readonly claim: string; readonly outcome: SaidOutcome['outcome']; readonly evidence: string | null } // prettier-ignore
  | { readonly kind: 'undo'; readonly correction: string }
);

/**
 * The decision as a correction: anchored to report, text and offsets, so that it holds when the report is read again.
 * @throws HearsayError `ledger.unknown-claim`
 */
export async function anchorDecision(queries: Queries, decision: Decision): Promise<Correction> {
  const { kind, why } = decision;
  switch (kind) {
    case 'accept':
    case 'reject':
      return { ...(await anchorOne(queries, decision.appearance)), kind, why };
    case 'outcome': {
      const claim = await readClaim(queries, decision.claim);
      if (claim === null) throw describeUnknown('claim', decision.claim);
      const anchored = await anchorOne(queries, claim.id);
      const { outcome, evidence } = decision;
      return { ...anchored, body: { ...anchored.body, outcome, evidence }, kind, why };
    }
    case 'merge':
    case 'split': {
      const [first, second] = [await findAnchor(queries, decision.appearances[0]), await findAnchor(queries, decision.appearances[1])]; // prettier-ignore
      return { kind, report: first.anchor.report, text: first.text, body: { appearances: [first.anchor, second.anchor] }, why }; // prettier-ignore
    }
    case 'undo': {
      const [undone] = await queries.all<Pick<Correction, 'report' | 'text'>>('SELECT report, text FROM corrections WHERE id = ?', [decision.correction]); // prettier-ignore
      if (undone === undefined) throw describeUnknown('correction', decision.correction);
      return { kind, ...undone, body: { correction: decision.correction }, why };
    }
  }
}

async function anchorOne(queries: Queries, id: string): Promise<Pick<Correction, 'report' | 'text' | 'body'>> {
  const { anchor, text } = await findAnchor(queries, id);
  const { report, ...body } = anchor;
  return { report, text, body };
}

/** Where an appearance stands; `text`: sha256 of its report's text. */
async function findAnchor(queries: Queries, id: string): Promise<{ readonly anchor: Anchor; readonly text: string }> {
  const [row] = await queries.all<{ report: string; text: string; reading: string; part: Anchor['in']; content: string }>(
    'SELECT report, text, reading, part, content FROM appearances WHERE id = ?',
    [id],
  ); // prettier-ignore
  if (row === undefined) throw describeUnknown('appearance', id);
  const { report, text, part } = row;
  const title = part === 'text' ? null : ((await getReading(queries, row.reading))?.report.title ?? '');
  const spans = JSON.parse(row.content) as Anchor['spans'];
  return {
    anchor: { appearance: id, report, in: part, sha256: title === null ? text : hashBytes(title), spans },
    text,
  };
}

function describeUnknown(what: string, id: string): HearsayError {
  return new HearsayError(
    'ledger.unknown-claim',
    `The ledger holds no ${what} ${id}`,
    'the id is mistyped, or of something that was forgotten',
    'look for it with `hearsay claims WORDS`',
  );
}
