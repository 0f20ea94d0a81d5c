import { readVersion } from '../base/version.ts';
import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../reading/reading.ts';
import { addReadings, type Added, type Pace, type Told } from './add-reading.ts';
import { checkLedger, type LedgerState } from './check-ledger.ts';
import { keepCorrection, listCorrections, type Correction, type KeptCorrection } from './corrections.ts';
import { anchorDecision, type Decision } from './decision.ts';
import { settleSome } from './derive-claims.ts';
import { deriveReports, rebuildDerived, renewDerived } from './derive.ts';
import { exportLedger } from './export-ledger.ts';
import { identifyCapture, identifyReading } from './facts.ts';
import { forgetReport, type Forgotten } from './forget.ts';
import { countEvents, listEvents, type EventPart, type EventQuery, type ExpectedEvent } from './expected-events.ts';
import { describeHeld, listClaimsOf, listOutlets, listReports, type HeldOutlet, type HeldReport, type HeldReportInFull, type ReportQuery } from './held-reports.ts'; // prettier-ignore
import { importLedger, type Imported } from './import-ledger.ts';
import { listDecisions, type KeptDecision } from './list-decisions.ts';
import { listReviews, type Reviews } from './list-reviews.ts';
import { listRevisions, type VersionChange } from './list-revisions.ts';
import { listStories, type Story, type StoryQuery } from './list-stories.ts';
import { getReading } from './read-back.ts';
import { queryClaims, type ClaimPage, type ClaimQuery } from './query-claims.ts';
import { readClaim } from './read-claim.ts';
import { showClaim, type ShownClaim } from './shown-claim.ts';
import { traceClaim, type TracedClaim } from './trace-claim.ts';
import { keyAddress } from './report-key.ts';
import { getCapture, listStale, type StaleReport } from './stale.ts';
import { readSourceLinks } from './sources/find-sources.ts';
import { queryListedSources, querySources, type ListedSource, type ShownSource } from './sources/show-source.ts';
import { countWaiting } from './story/waiting.ts';
import { openStore } from './store/open-store.ts';
import type { Queries, Store, WordQuery } from './store/store.ts';
import { readStamp } from './stamp.ts';
import { readQuery } from './words.ts';

export type { Added, Told } from './add-reading.ts';
export type { LedgerState } from './check-ledger.ts';
export type { Correction, KeptCorrection } from './corrections.ts';
export type { Decision } from './decision.ts';
export type { KeptDecision } from './list-decisions.ts';
export type { EventPart, EventQuery, ExpectedEvent } from './expected-events.ts';
export type { Forgotten } from './forget.ts';
export type { Reviews } from './list-reviews.ts';
export type { HeldOutlet, HeldReport, HeldReportInFull, ReportQuery } from './held-reports.ts';
export type { Story, StoryQuery } from './list-stories.ts';
export type { VersionChange } from './list-revisions.ts';
export type { Imported } from './import-ledger.ts';
export type { StaleReport } from './stale.ts';
export type { ClaimPage, ClaimQuery } from './query-claims.ts';
export { claimSchema, type ShownAppearance, type ShownClaim } from './shown-claim.ts';
export { listedSourceSchema, sourceSchema, type ListedSource, type ShownSource } from './sources/show-source.ts';
export { traceSchema, type TracedClaim } from './trace-claim.ts';

export interface LedgerOptions {
  /** Who adds and corrects: written beside each fact. */
  readonly by: string;
  /** The time of each act. */
  readonly now: () => Date;
  /** Told, with the number of reports, when a ledger of an older Hearsay is made anew while it is opened: that may take minutes. */
  readonly onRebuild?: (reports: number) => void;
}

/** What was read, kept: `openLedger` opens one. Methods throw HearsayError `ledger.*` where the database fails. */
export interface Ledger {
  /** For what stands on it; the tables are listed in docs/decisions/0008-the-ledger-s-store.md. */
  readonly store: Store;
  /** Keeps a reading and the capture that it is of; on disk when it resolves. Twice is once. `by`: who adds it, where it is not who opened the ledger. */
  add(reading: Reading, capture: Capture, by?: string): Promise<Added>;
  /** Keeps many, all or none: on disk when it resolves. Costs less than one after the other. */
  addAll(told: readonly Told[], pace?: Pace): Promise<readonly Added[]>;
  /** Makes the claims that wait after additions `later`, some at once, so that others can write in between. */
  settle(): Promise<void>;
  /** Whether this capture was read by this reader already, so that it need not be read again. */
  holds(capture: Capture, by: Reading['by']): Promise<boolean>;
  /** Reports that this reader has not read: others read them. */
  stale(by: Reading['by']): Promise<readonly StaleReport[]>;
  /** A capture as it was added, by its id; null where there is none. @throws HearsayError `ledger.damaged` */
  capture(id: string): Promise<Capture | null>;
  /** A reading by its id, or a report's latest by its key or address, as people have corrected it; null where there is none. */
  reading(id: string): Promise<Reading | null>;
  /** Keys of the reports that hold the words and "phrases", the best match first. */
  search(
    words: string,
    options?: { readonly match?: WordQuery['match']; readonly limit?: number },
  ): Promise<readonly string[]>;
  /** A report by its key, its address, or the id of an appearance in it; null where it is not held. */
  report(id: string): Promise<HeldReportInFull | null>;
  /** Reports, the latest published first. */
  reports(query?: ReportQuery): Promise<readonly HeldReport[]>;
  /** The claims in which a report (by its key) stands; those that most reports carry first. */
  claimsOf(report: string): Promise<readonly ShownClaim[]>;
  /** Outlets whose reports are held, those with the most first. */
  outlets(): Promise<readonly HeldOutlet[]>;
  /** What the reports added last are about: reports that share claims, the largest group first. */
  stories(query?: StoryQuery): Promise<readonly Story[]>;
  /** A page of the claims that are asked for. @throws HearsayError `usage.bad-option` where the cursor is none of ours */
  claims(query?: ClaimQuery): Promise<ClaimPage>;
  /** A claim by its id or that of an appearance that it ever held; null where there is none. */
  claim(id: string): Promise<ShownClaim | null>;
  /** The claim nearest to an id, an address or a text, with its chain upstream. @throws HearsayError `ledger.unknown-claim` */
  trace(what: string): Promise<TracedClaim>;
  /** Expected events as of a day (ISO 8601), the overdue first; all without a query. */
  calendar(today: string, query?: EventQuery): Promise<readonly ExpectedEvent[]>;
  /** How many of them are overdue, ahead, ahead without a date, and over. */
  countEvents(today: string): Promise<Readonly<Record<EventPart, number>>>;
  /** The sources that most reports credit, 50 of them without a limit. */
  sources(limit?: number): Promise<readonly ListedSource[]>;
  /** The sources of a name or an id, each in full, those of most reports first; `today`: the day as of which events are overdue (ISO 8601). */
  source(asked: string, today: string): Promise<readonly ShownSource[]>;
  /** Pairs in doubt, for a person to settle: claims that may be one, sources that may be one; 50 of each without a limit. */
  listReviews(limit?: number): Promise<Reviews>;
  /** What changed between the versions of a report, by its key or address. @throws HearsayError `ledger.unknown-report` */
  revisions(report: string): Promise<readonly VersionChange[]>;
  /** A word that is another one after each change of the ledger, whoever made it; it may change without one. */
  stamp(): Promise<string>;
  /** Keeps what a person did. `by`: who, where it is not who opened the ledger. @returns its id */
  correct(correction: Correction, by?: string): Promise<string>;
  /**
   * Keeps what a person decided of claims and appearances, anchored to where it stands, and makes the claims afresh.
   * @param by who decides, where it is not who opened the ledger
   * @returns its id, for an undo
   * @throws HearsayError `ledger.unknown-claim` where an id is of nothing that the ledger holds
   */
  decide(decision: Decision, by?: string): Promise<string>;
  /** All that people did, in the order in which they did it. */
  corrections(): Promise<readonly KeptCorrection[]>;
  /** The same with whether each has effect now; of one report, by its key or address, or of all. */
  decisions(report?: string): Promise<readonly KeptDecision[]>;
  /** Takes a report out by its key or address. @throws HearsayError `ledger.unknown-report` */
  forget(report: string, why: string): Promise<Forgotten>;
  /** The whole ledger as lines of JSON, each with its line feed. */
  export(print: (line: string) => Promise<void>): Promise<void>;
  /** Adds an export, whole or not at all. @throws HearsayError `import.bad-line` */
  import(lines: AsyncIterable<string>): Promise<Imported>;
  /** Makes the derived tables anew from the facts. */
  rebuild(): Promise<void>;
  check(): Promise<LedgerState>;
  close(): Promise<void>;
}

/**
 * Opens the ledger at `postgres://…` or in a file, which is made where there is none. What an older Hearsay derived is
 * derived anew first.
 * @throws HearsayError `ledger.*`
 */
export async function openLedger(location: string, options: LedgerOptions): Promise<Ledger> {
  const store = await openStore(location);
  const program = `hearsay ${readVersion()}`;
  const now = (): string => options.now().toISOString();
  const addAll = (told: readonly Told[], pace?: Pace, by = options.by): Promise<readonly Added[]> =>
    addReadings(store, told, (reading) => ({ at: now(), by, with: program, from: reading.input }), pace);
  try {
    await renewDerived(store, options.onRebuild ?? (() => undefined));
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    store,
    async add(reading, capture, by) {
      const [added] = await addAll([{ reading, capture }], undefined, by);
      if (added === undefined) throw new RangeError('nothing was added');
      return added;
    },
    addAll: (told, pace) => addAll(told, pace),
    async settle() {
      // Who has nothing to settle writes nothing: the file may be one that cannot be written.
      if ((await countWaiting(store)) === 0) return;
      while (await store.write(settleSome)) continue;
    },
    async holds(capture, by) {
      const id = identifyReading(identifyCapture(capture), by);
      return (await store.all('SELECT 1 FROM readings WHERE id = ?', [id])).length > 0;
    },
    stale: (by) => listStale(store, by),
    capture: (id) => getCapture(store, id),
    async reading(id) {
      const [report] = await store.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [toKey(id)]);
      return getReading(store, report?.reading ?? id);
    },
    async search(words, { match = 'all', limit = 50 } = {}) {
      const query = readQuery(words, match);
      return query === null ? [] : store.dialect.wordIndex.find(store, 'report', query, limit);
    },
    report: (id) => store.snapshot((queries) => describeHeld(queries, id)),
    reports: (query = {}) => store.snapshot((queries) => listReports(queries, query)),
    claimsOf: (report) => store.snapshot((queries) => listClaimsOf(queries, report)),
    outlets: () => store.snapshot(listOutlets),
    stories: (query = {}) => store.snapshot((queries) => listStories(queries, query)),
    claims: (query = {}) => store.snapshot((queries) => queryClaims(queries, query)),
    claim: (id) =>
      store.snapshot(async (queries) => {
        const claim = await readClaim(queries, id);
        return claim === null ? null : showClaim(claim);
      }),
    trace: (what) => store.snapshot((queries) => traceClaim(queries, what)),
    calendar: (today, query = {}) => store.snapshot((queries) => listEvents(queries, today, query)),
    countEvents: (today) => store.snapshot((queries) => countEvents(queries, today)),
    sources: (limit) =>
      store.snapshot(async (queries) =>
        queryListedSources(queries, limit, readSourceLinks(await listCorrections(queries))),
      ),
    source: (asked, today) =>
      store.snapshot(async (queries) =>
        querySources(queries, asked, today, readSourceLinks(await listCorrections(queries))),
      ),
    listReviews: (limit = 50) => store.snapshot((queries) => listReviews(queries, limit)),
    revisions: (report) => store.snapshot((queries) => listRevisions(queries, toKey(report))),
    stamp: () => readStamp(store),
    correct: (correction, by = options.by) => store.write((queries) => keepAndDerive(queries, correction, by, now())),
    decide: (decision, by = options.by) =>
      store.write(async (queries) =>
        keepAndDerive(queries, await anchorDecision(queries, keyDecision(decision)), by, now()),
      ),
    corrections: () => listCorrections(store),
    decisions: (report) =>
      store.snapshot((queries) => listDecisions(queries, report === undefined ? null : toKey(report))),
    forget: (report, why) => store.write((queries) => forgetReport(queries, toKey(report), why, options.by, now())),
    export: (print) => store.snapshot((queries) => exportLedger(queries, print)),
    import: (lines) => store.write((queries) => importLedger(queries, lines)),
    rebuild: () => store.write(rebuildDerived),
    check: () => checkLedger(store),
    close: () => store.close(),
  };
}

async function keepAndDerive(queries: Queries, correction: Correction, by: string, at: string): Promise<string> {
  const id = await keepCorrection(queries, correction, by, at);
  if (correction.report !== null) await deriveReports(queries, [correction.report]);
  return id;
}

function keyDecision(decision: Decision): Decision {
  return 'report' in decision ? { ...decision, report: toKey(decision.report) } : decision;
}

/** An address as its key; a key as it is. */
function toKey(typed: string): string {
  return keyAddress(typed) ?? typed;
}
