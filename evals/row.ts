/** One figure of an eval: what was asked, how it is measured, what came out, over how many. */
export interface EvalRow {
  readonly task: string;
  readonly metric: string;
  readonly value: number;
  readonly size: number;
}
