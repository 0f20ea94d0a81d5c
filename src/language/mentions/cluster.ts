import type { Range } from '../spans.ts';
import type { Place } from './anaphors.ts';
import { isAkin, type Gender } from './nouns.ts';

export type EntityKind = 'person' | 'organization' | 'government' | 'outlet' | 'place' | 'unknown';
export type Form = 'name' | 'pronoun' | 'noun' | 'group';

/** One mention inside a cluster; word indices, half open, and text offsets. */
export interface Link {
  readonly first: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly place: Place;
  readonly why: string;
  readonly wording: string;
  /** Chance that the tie is right, 0–1; 1 for names. */
  readonly chance: number;
}

/** What the mentions of one entity have told so far, while a report is read from left to right. */
export interface Cluster {
  readonly id: number;
  kind: EntityKind;
  readonly plural: boolean;
  /** Of a pair or group: who belongs to it. */
  readonly members: readonly Cluster[];
  /** Whether it is a state by a name or its seat: "Norland", "the United States". */
  isState: boolean;
  /** Whether one of its names has been read. */
  named: boolean;
  /** Every name that the report gives it, also further on. */
  readonly names: Range[];
  /** Said by a title, a noun or a sure pronoun; and what the first name makes likely. */
  gender: Gender | null;
  guess: Gender | null;
  readonly words: Set<string>;
  /** Nouns and titles that it has been called by. */
  readonly roles: Set<string>;
  readonly modifiers: Set<string>;
  /** The capitalized ones of them. */
  readonly proper: Set<string>;
  /** Its wordings by nouns, without determiners: "veteran politicians". */
  readonly phrases: Set<string>;
  /** The one name of an outlet, however it is called here. */
  label: string | null;
  /** The body that a person's role names: "the Harbour Board's spokesman". */
  body: Cluster | null;
  /** Of somebody without a name: whose it is, as its first mention says ("Holm's campaign"). */
  owner: Cluster | null;
  readonly links: Link[];
  last: Link | null;
}

export function makeCluster(id: number, kind: EntityKind, members: readonly Cluster[] = [], plural = false): Cluster {
  return {
    id,
    kind,
    members,
    plural: plural || members.length > 0,
    isState: false,
    named: false,
    names: [],
    label: null,
    body: null,
    owner: null,
    gender: null,
    guess: null,
    words: new Set(),
    roles: new Set(),
    modifiers: new Set(),
    proper: new Set(),
    phrases: new Set(),
    links: [],
    last: null,
  };
}

/** So many nouns of a cluster are compared, however many it has been called by. */
const ROLES = 8;

/** Whether it has been called by a noun like this one: "the firm", now "the company". */
export function isCalledAkin({ roles }: Cluster, noun: string): boolean {
  let tried = 0;
  for (const role of roles) if (tried++ < ROLES && isAkin(role, noun)) return true;
  return false;
}
