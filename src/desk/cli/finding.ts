/** What `hearsay doctor` found out about one thing. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** Reading works without it, slower. */
  readonly optional: boolean;
  readonly found: string;
  /** What to do; null where nothing is to be done. */
  readonly fix: string | null;
}
