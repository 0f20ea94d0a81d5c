/** Today in UTC, as `YYYY-MM-DD`. */
export function thisDay(): string {
  return new Date().toISOString().slice(0, 10);
}
