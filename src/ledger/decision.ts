import { hashBytes } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Attribution, ChainLink, Reading } from '../reading/reading.ts';
import { addAttribution, type AddedAttribution } from './added-attribution.ts';
import { findAppearances } from './appearances.ts';
import { textOf, type Offsets } from './carried-spans.ts';
import { changeAttribution, type AttributionChange } from './corrected-attribution.ts';
import { checkReportChange, countPublishers, type ReportChange } from './corrected-report.ts';
import type { Correction } from './corrections.ts';
import type { Anchor, Grade, SaidOutcome } from './hand.ts';
import { getReading } from './read-back.ts';
import { readClaim } from './read-claim.ts';
import type { Queries } from './store/store.ts';

/** What a person decides, by the ids that the ledger shows. Offsets are UTF-16 code units of the text (or title). */
export type Decision = { readonly why: string } & (
  | { readonly kind: 'accept' | 'reject'; readonly appearance: string }
  | { readonly kind: 'merge' | 'split'; readonly appearances: readonly [string, string] }
  | { readonly kind: 'outcome'; readonly claim: string; readonly outcome: SaidOutcome['outcome']; readonly evidence: string | null } // prettier-ignore
  /** Other bounds for the attribution that tells an appearance; what is not named stays. */
  | { readonly kind: 'edit'; readonly appearance: string; readonly source?: Offsets; readonly cue?: Offsets; readonly content?: Offsets } // prettier-ignore
  /** Who tells an appearance; `via`: the outlet that it was told to. */
  | { readonly kind: 'set-source'; readonly appearance: string; readonly name: string; readonly as: ChainLink['kind']; readonly via?: string } // prettier-ignore
  /** An attribution that the reader did not find: its spans in a report's text or title; who tells it, where its words do not say. */
  | { readonly kind: 'add-attribution'; readonly report: string; readonly in: Anchor['in']; readonly source: Offsets; readonly cue: Offsets; readonly content: Offsets; readonly name?: string; readonly as?: ChainLink['kind']; readonly via?: string; readonly polarity?: Attribution['polarity'] } // prettier-ignore
  /** An appearance speaks against a claim (`strength`: as what, where it is not read so), or does not. */
  | { readonly kind: 'link-denial'; readonly denial: string; readonly claim: string; readonly strength?: 'denied' | 'disputed' | 'unconfirmed' | 'declined' } // prettier-ignore
  | { readonly kind: 'unlink-denial'; readonly denial: string; readonly claim: string }
  | ({ readonly kind: 'correct-report'; readonly report: string } & ReportChange)
  /** Not to be counted, though read right: an appearance, or all of a report. */
  | { readonly kind: 'set-aside'; readonly appearance: string }
  | { readonly kind: 'set-aside'; readonly report: string }
  | { readonly kind: 'grade'; readonly claim: string; readonly reliability: Grade['reliability']; readonly credibility: number | null } // prettier-ignore
  | { readonly kind: 'undo'; readonly correction: string }
);

/**
 * The decision as a correction: anchored to report, text and offsets, so that it holds when the report is read again.
 * @throws HearsayError `ledger.unknown-claim`, `ledger.unknown-report`, `usage.bad-option`
 */
export async function anchorDecision(queries: Queries, decision: Decision): Promise<Correction> {
  const { kind, why } = decision;
  switch (kind) {
    case 'accept':
      return anchorChange(queries, decision, decision.appearance, {});
    case 'edit':
      return anchorChange(queries, decision, decision.appearance, readEdit(decision));
    case 'set-source': {
      const teller = { name: decision.name.trim(), kind: decision.as, via: decision.via?.trim() ?? null };
      if (teller.name === '')
        throw describeBad('A source without a name cannot be kept', 'it is empty', 'give its name');
      return anchorChange(queries, decision, decision.appearance, { teller });
    }
    case 'add-attribution':
      return anchorAdded(queries, decision);
    case 'reject':
      return { ...(await anchorOne(queries, decision.appearance)), kind, why };
    case 'set-aside':
      if ('appearance' in decision) return { ...(await anchorOne(queries, decision.appearance)), kind, why };
      return { kind, report: await checkReport(queries, decision.report), text: null, body: {}, why };
    case 'correct-report': {
      const change = checkReportChange({ field: decision.field, value: decision.value } as ReportChange);
      return { kind, report: await checkReport(queries, decision.report), text: null, body: change, why };
    }
    case 'outcome': {
      const { outcome, evidence } = decision;
      return anchorClaim(queries, decision, decision.claim, { outcome, evidence });
    }
    case 'grade': {
      const { reliability, credibility } = decision;
      if (credibility !== null && !(Number.isInteger(credibility) && credibility >= 1 && credibility <= 6))
        throw describeBad(`${String(credibility)} is no grade`, 'what is said is graded 1 to 6', 'give 1 (confirmed) to 6 (cannot be judged)'); // prettier-ignore
      return anchorClaim(queries, decision, decision.claim, { reliability, credibility });
    }
    case 'merge':
    case 'split':
      return anchorPair(queries, decision, decision.appearances);
    case 'link-denial':
    case 'unlink-denial': {
      const claim = (await readClaim(queries, decision.claim))?.id ?? decision.claim;
      const pair = await anchorPair(queries, decision, [decision.denial, claim]);
      if (kind === 'unlink-denial' || decision.strength === undefined) return pair;
      const change = await anchorChange(queries, decision, decision.denial, { polarity: decision.strength });
      return { ...pair, body: { ...change.body, ...pair.body } };
    }
    case 'undo': {
      const [undone] = await queries.all<Pick<Correction, 'report' | 'text'>>('SELECT report, text FROM corrections WHERE id = ?', [decision.correction]); // prettier-ignore
      if (undone === undefined) throw describeUnknown('correction', decision.correction);
      return { kind, ...undone, body: { correction: decision.correction }, why };
    }
  }
}

type Said = Pick<Decision, 'kind' | 'why'>;

/** A change of the attribution that tells an appearance, with what it is like then: contract §2.9. */
async function anchorChange(
  queries: Queries,
  { kind, why }: Said,
  id: string,
  change: AttributionChange,
): Promise<Correction> {
  const { anchor, text, reading, attribution } = await findAnchor(queries, id);
  checkSpans(textOf(reading, anchor.in), change);
  const changed = changeAttribution(reading, anchor.in, attribution, change, countPublishers(reading));
  const target = attribution.content.map(({ start, end }) => [start, end]);
  const { report, ...place } = anchor;
  return { kind, report, text, body: { ...place, target, change, attribution: changed }, why };
}

/** Anchored as an appearance is; what it makes is known by making it. */
async function anchorAdded(
  queries: Queries,
  decision: Extract<Decision, { kind: 'add-attribution' }>,
): Promise<Correction> {
  const { kind, why, in: part } = decision;
  const report = await checkReport(queries, decision.report);
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  const reading = row === undefined ? null : await getReading(queries, row.reading);
  if (reading === null) throw describeUnknown('report', report);
  const added = readAdded(decision);
  checkSpans(textOf(reading, part), added);
  if (added.source.length + added.cue.length === 0 && added.teller === undefined)
    throw describeBad('An attribution needs somebody who tells it', 'no source is marked, no words of telling, and nobody is named', 'mark the source or the cue, or name the teller'); // prettier-ignore
  const given = part === 'title' ? 'headline' : 'attributions';
  const made = addAttribution(reading, part, added, 'p', { by: '', at: '', why });
  const [first] = findAppearances(made).filter((one) => one.in === part && one.attribution === 'p');
  const told = made[given].find(({ id }) => id === 'p');
  return {
    ...{ kind, report, text: hashBytes(reading.report.text), why },
    body: {
      ...{ appearance: first?.id ?? '', in: part, sha256: hashBytes(textOf(reading, part)) },
      spans: (first ?? told)?.content.map(({ start, end }) => [start, end]) ?? [],
      added,
    },
  };
}

function readAdded(decision: Extract<Decision, { kind: 'add-attribution' }>): AddedAttribution {
  const { as = 'unknown', polarity } = decision;
  const [name, via] = [decision.name?.trim() ?? '', decision.via?.trim() ?? ''];
  const copy = (spans: Offsets): [number, number][] => spans.map(([start, end]): [number, number] => [start, end]).sort(([a], [b]) => a - b); // prettier-ignore
  return {
    ...{ source: copy(decision.source), cue: copy(decision.cue), content: copy(decision.content) },
    ...(name === '' ? {} : { teller: { name, kind: as, via: via === '' ? null : via } }),
    ...(polarity === undefined ? {} : { polarity }),
  };
}

async function anchorClaim(
  queries: Queries,
  { kind, why }: Said,
  typed: string,
  value: Correction['body'],
): Promise<Correction> {
  const claim = await readClaim(queries, typed);
  if (claim === null) throw describeUnknown('claim', typed);
  const anchored = await anchorOne(queries, claim.id);
  return { ...anchored, body: { ...anchored.body, ...value }, kind, why };
}

async function anchorPair(
  queries: Queries,
  { kind, why }: Said,
  [one, other]: readonly [string, string],
): Promise<Correction> {
  const [first, second] = [await findAnchor(queries, one), await findAnchor(queries, other)];
  return { kind, report: first.anchor.report, text: first.text, body: { appearances: [first.anchor, second.anchor] }, why }; // prettier-ignore
}

async function anchorOne(queries: Queries, id: string): Promise<Pick<Correction, 'report' | 'text' | 'body'>> {
  const { anchor, text } = await findAnchor(queries, id);
  const { report, ...body } = anchor;
  return { report, text, body };
}

interface Found {
  readonly anchor: Anchor;
  /** sha256 of its report's text. */
  readonly text: string;
  readonly reading: Reading;
  readonly attribution: Attribution;
}

/** Where an appearance stands, and the attribution that tells it. */
async function findAnchor(queries: Queries, id: string): Promise<Found> {
  const [row] = await queries.all<{ report: string; text: string; reading: string; part: Anchor['in']; attribution: string; content: string }>(
    'SELECT report, text, reading, part, attribution, content FROM appearances WHERE id = ?',
    [id],
  ); // prettier-ignore
  const reading = row === undefined ? null : await getReading(queries, row.reading);
  const list = row?.part === 'title' ? reading?.headline : reading?.attributions;
  const attribution = list?.find((one) => one.id === row?.attribution);
  if (row === undefined || reading === null || attribution === undefined) throw describeUnknown('appearance', id);
  const { report, text, part } = row;
  const spans = JSON.parse(row.content) as Anchor['spans'];
  const sha256 = part === 'text' ? text : hashBytes(textOf(reading, part));
  return { anchor: { appearance: id, report, in: part, sha256, spans }, text, reading, attribution };
}

function readEdit({ source, cue, content }: Extract<Decision, { kind: 'edit' }>): AttributionChange {
  const copy = (spans: Offsets): [number, number][] => spans.map(([start, end]) => [start, end]);
  return {
    ...(source === undefined ? {} : { source: copy(source) }),
    ...(cue === undefined ? {} : { cue: copy(cue) }),
    ...(content === undefined ? {} : { content: copy(content) }),
  };
}

function checkSpans(text: string, { source, cue, content }: AttributionChange): void {
  const all = [...(source ?? []), ...(cue ?? []), ...(content ?? [])];
  const wrong = all.find(([start, end]) => !(start >= 0 && start < end && end <= text.length));
  if (wrong !== undefined) throw describeBad(`The span ${wrong.join('–')} cannot be kept`, `the text has ${String(text.length)} characters`, 'give a start before its end, both in the text'); // prettier-ignore
  if (content?.length === 0) throw describeBad('An attribution without content cannot be kept', 'nothing would be told', 'set it aside instead'); // prettier-ignore
}

async function checkReport(queries: Queries, report: string): Promise<string> {
  const held = await queries.all('SELECT 1 FROM reports WHERE id = ?', [report]);
  if (held.length > 0) return report;
  throw new HearsayError(
    'ledger.unknown-report',
    `The ledger holds no report ${report}`,
    'it was never added, or is forgotten',
    'give the address that the report was added with',
  );
}

function describeBad(what: string, why: string, fix: string): HearsayError {
  return new HearsayError('usage.bad-option', what, why, fix);
}

function describeUnknown(what: string, id: string): HearsayError {
  return new HearsayError(
    'ledger.unknown-claim',
    `The ledger holds no ${what} ${id}`,
    'the id is mistyped, or of something that was forgotten',
    'look for it with `hearsay claims WORDS`',
  );
}
