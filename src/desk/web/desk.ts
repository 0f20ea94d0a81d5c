import type { Context, Hono } from 'hono';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Assets } from './assets.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What the pages work with. */
export interface Desk {
  readonly ledger: Ledger;
  readonly assets: Assets;
  /** Reads what people add, beside the server. */
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** What every form brings back, so that no other page can send one. */
  readonly csrf: string;
  /** The ledger's place, without a password: shown in the foot of each page. */
  readonly place: string;
}

export type App = Hono;
export type Page = Context;

/** The day, as the calendar has it; ISO 8601. */
export function todayOf(desk: Desk): string {
  return desk.now().toISOString().slice(0, 10);
}
