import type { Context, Hono } from 'hono';
import type { Follows } from '../../ledger/following/follows.ts';
import type { Outbox } from '../../ledger/following/outbox.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Team } from '../../ledger/team/team.ts';
import type { Assets } from './assets.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Marks } from './own-marks.ts';
import type { PairQueue } from './pair-queue.ts';
import type { Streams } from './streams.ts';

/** What the pages work with. */
export interface Desk {
  readonly ledger: Ledger;
  /** Who uses it, and what they did. */
  readonly team: Team;
  /** What they follow, and what they are to be told. */
  readonly follows: Follows;
  readonly outbox: Outbox;
  readonly assets: Assets;
  /** Reads what people add, beside the server. */
  readonly jobs: Jobs;
  /** Pairs in doubt. */
  readonly pairs: PairQueue;
  /** Streams that are open. */
  readonly streams: Streams;
  readonly now: () => Date;
  /** What stands in pages for what is the viewer's own. */
  readonly marks: Marks;
  /** Whether it has users; else one person has the token. */
  readonly hasUsers: boolean;
  /** Where people reach it, with no slash at the end; null: at whatever they typed. */
  readonly publicUrl: string | null;
  /** Whether webhooks may lead to private networks. */
  readonly allowPrivate: boolean;
  /** The ledger's place, without a password: shown in the foot of each page. */
  readonly place: string;
}

export type App = Hono;
export type Page = Context;

/** The desk's own address, as links from elsewhere need it. */
export function originOf(c: Page, desk: Desk): string {
  return desk.publicUrl ?? new URL(c.req.url).origin;
}

/** The day, as the calendar has it; ISO 8601. */
export function todayOf(desk: Desk): string {
  return desk.now().toISOString().slice(0, 10);
}
