import type { Attribution, Reading } from '../reading/reading.ts';
import type { Appearance } from './appearances.ts';
import type { Said } from './corrections.ts';
import type { Grade } from './hand.ts';
import type { Proposition } from './propositions/proposition.ts';

/** How an appearance's origin is known: its text says; another report takes the chain on; text reuse shows it; not. */
export type Lineage = 'stated' | 'completed' | 'copied' | 'unknown';

export interface ReportLine {
  readonly key: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  /** sha256 of the text that was read. */
  readonly version: string;
}

export interface ClaimAppearance {
  readonly id: string;
  readonly report: ReportLine;
  readonly attribution: string;
  readonly in: Appearance['in'];
  readonly voice: Appearance['voice'];
  readonly content: Appearance['content'];
  readonly chain: Appearance['chain'];
  readonly polarity: Appearance['polarity'];
  readonly certainty: Appearance['certainty'];
  /** Names of the places in it. */
  readonly places: readonly string[];
  readonly lineage: Lineage;
  /** Id of the appearance whose words it takes over. */
  readonly copiedFrom: string | null;
  /** Who saw it in its place and accepted or edited it last, and when. */
  readonly checked: { readonly by: string; readonly at: string } | null;
  /** Told by an attribution that a person added: who, when and why. */
  readonly addedBy?: Said;
  /** Rejected by a person: shown struck through, and in no count. */
  readonly setAside: boolean;
}

export interface Origin {
  readonly name: string;
  readonly kind: Attribution['chain'][number]['kind'];
  /** Whom it belongs to; null: not told. */
  readonly party: string | null;
  /** The outlet that it was told to; null: it speaks to all. */
  readonly via: string | null;
  /** Publication of its earliest appearance. */
  readonly first: string | null;
  /** Positions in the claim's appearances. */
  readonly appearances: readonly number[];
}

export interface Denial {
  readonly by: string;
  readonly party: string | null;
  readonly strength: 'denied' | 'disputed' | 'unconfirmed' | 'declined';
  /** What it leaves undenied; null: nothing told apart. */
  readonly leaves: string | null;
  readonly appearance: ClaimAppearance;
}

export interface Alert {
  readonly kind: 'circular' | 'single-origin' | 'hedge-dropped' | 'number-drift' | 'retracted' | 'not-in-cited' | 'quote-altered'; // prettier-ignore
  readonly what: string;
  readonly reports: readonly Pick<ReportLine, 'key' | 'url' | 'version'>[];
}

/** What appearances have in common, across reports (contract §1), as it is kept; `shown-claim.ts` has what is shown. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  /** What `text` states, to be compared with what is asked for. */
  readonly proposition: Proposition;
  /** What the appearance whose words they are means, as `poolSense` gives it; null: its reading does not tell. */
  readonly sense: string | null;
  readonly firstAppearance: ClaimAppearance;
  /** In the order of contract §2.5; those that are set aside come last. */
  readonly appearances: readonly ClaimAppearance[];
  /** Outlets that carry it; reports without one count by report. */
  readonly outlets: number;
  readonly origins: readonly Origin[];
  readonly unknownLineage: number;
  readonly independent: { readonly atLeast: number; readonly atMost: number; readonly why: readonly string[] };
  readonly basis: {
    readonly reports: number;
    readonly outlets: number;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly unread: readonly Unread[];
  readonly denials: readonly Denial[];
  readonly expected: Expected | null;
  /** The last that a person gave it. */
  readonly grade: Grade | null;
  readonly alerts: readonly Alert[];
}

export interface Unread {
  readonly outlet: string;
  readonly date: string | null;
  readonly href: string | null;
  readonly citedBy: readonly number[];
}

export interface Expected {
  readonly window: string | null;
  readonly where: readonly string[];
  readonly who: readonly string[];
  readonly status: 'expected' | 'confirmed' | 'happened' | 'did-not' | 'moved' | 'cancelled' | 'overdue';
  readonly evidence: readonly Evidence[];
  /** Who set the status, with the address that shows it; null: it is computed. */
  readonly setBy: (Said & { readonly evidence: string | null }) | null;
}

export interface Evidence {
  /** `version`: null where the report is not held. */
  readonly report: Omit<ReportLine, 'version'> & { readonly version: string | null };
  /** Null: the report as a whole, as a person named it. */
  readonly attribution: string | null;
}

/** Characters of a text that lead it. */
const LEAD = 250;

/** What a claim weighs in a list: the reports that carry it, those that lead with it or have it in their title twice. */
export function weighClaim({ appearances, basis }: Pick<Claim, 'appearances' | 'basis'>): number {
  const leading = appearances.filter((one) => !one.setAside && (one.in === 'title' || (one.content[0]?.start ?? LEAD) < LEAD)); // prettier-ignore
  return basis.reports + new Set(leading.map(({ report }) => report.key)).size;
}

export function describeReport(key: string, { report }: Reading): ReportLine {
  const { url, outlet, title, published, sha256 } = report;
  return { key, url, outlet, title, published, version: sha256 };
}
