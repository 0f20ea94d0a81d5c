import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the pages, the feed and the gold of the example story lie. */
export const STORY_FOLDER = join(import.meta.dirname, '../examples/story');

export interface StoryReport {
  /** Two digits, the head of the file's name. */
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly published: string;
  readonly authors: readonly string[];
  readonly wire: string | null;
  readonly modified: string | null;
  readonly captured: string | null;
  readonly section: string | null;
}

/** Words as they stand in a report. Optional: a careful person may leave it out. */
interface Quoted {
  readonly report: string;
  readonly in?: 'title';
  readonly words: string;
  readonly copiedFrom?: string;
  readonly optional?: boolean;
}

export interface StoryAppearance extends Quoted {
  readonly lineage: 'stated' | 'completed' | 'copied' | 'unknown';
  readonly origin: string | null;
}

export interface StoryDenial extends Quoted {
  readonly by: string;
  readonly strength: 'denied' | 'disputed' | 'unconfirmed' | 'declined';
  readonly leaves: string;
  /** The denier's own words for what the denial beside it says. */
  readonly restates?: boolean;
}

export interface StoryClaim {
  readonly id: string;
  readonly text: string;
  readonly appearances: readonly StoryAppearance[];
  readonly origins: readonly string[];
  readonly independent: { readonly atLeast: number; readonly atMost: number; readonly why: readonly string[] };
  readonly denials: readonly StoryDenial[];
}

/** The ledger made of the story by hand: `examples/story/expected.json`; its README says what each part means. */
export interface Story {
  readonly reports: readonly StoryReport[];
  readonly origins: readonly { readonly id: string }[];
  readonly claims: readonly StoryClaim[];
  /** Attributed statements that only one report carries. */
  readonly alone: readonly { readonly report: string; readonly words: string; readonly origin: string }[];
  readonly copies: readonly { readonly copy: string; readonly of: string; readonly passage: string }[];
  readonly cites: readonly { readonly from: string; readonly to: string; readonly link: boolean }[];
}

export function readStory(): Story {
  return JSON.parse(readFileSync(join(STORY_FOLDER, 'expected.json'), 'utf8')) as Story;
}
