import type { Grain, Season } from './calendar.ts';

/** What the words mean by themselves: only what they *say*. What they leave to the context is resolved elsewhere. */
export type Meaning =
  | Fixed
  | Named
  | Step
  | { readonly kind: 'part'; readonly part: Part; readonly of: Meaning | null; readonly by?: Direction }
  /** "the last week of March", "the first day of the year"; `nth` from 1, or from −1 backwards. */
  | { readonly kind: 'nth'; readonly nth: number; readonly unit: Grain; readonly of: Meaning }
  | { readonly kind: 'clock'; readonly time: string; readonly on: Meaning | null }
  /** "the same period a year earlier": what was told last, moved by whole years, at its own grain. */
  | { readonly kind: 'same'; readonly by: number; readonly what: string }
  | { readonly kind: 'same'; readonly year: number; readonly what: string }
  /** "three hours ago", "two hours later": so many minutes away from the publication. */
  | { readonly kind: 'moment'; readonly minutes: number; readonly from: 'published' | 'told' };

export type Part = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'QX' | 'H1' | 'H2' | Season;

/** −1 last, 0 this, 1 next. */
export type Direction = -1 | 0 | 1;

/** Nothing is left to the context: durations, sets, references, decades by name. */
export interface Fixed {
  readonly kind: 'fixed';
  readonly type: TimeType;
  readonly value: string;
}

/** A date of the calendar with the parts that the words name; a year may be named by its distance ("March last year"). */
export interface Named {
  readonly kind: 'named';
  readonly year?: number | { readonly by: number; readonly from: 'published' | 'told' };
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday?: number;
  readonly by?: Direction;
  /** A feast whose day differs from year to year; `month` is then left out. */
  readonly feast?: Feast;
}

export type Feast = 'easter' | 'good friday' | 'easter monday' | 'thanksgiving';

/** A stretch of the calendar so many steps away from another: "last week", "two years ago", "the next day". */
export interface Step {
  readonly kind: 'step';
  readonly unit: Grain;
  readonly by: number;
  /** `told`: the date that the story told last; `near`: that of the same sentence, else the publication. */
  readonly from: 'published' | 'told' | 'near';
  /** "a year earlier" after a quarter or month compares with the same quarter or month. */
  readonly compares?: boolean;
  /** A fiscal year; whose it is, and so when it begins, is left open: `FY2013`. */
  readonly fiscal?: boolean;
}

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

export function fix(type: TimeType, value: string): Fixed {
  return { kind: 'fixed', type, value };
}
