/** One bin of a reliability table: what was promised and what came. */
export interface ReliabilityBin {
  readonly from: string;
  readonly to: string;
  /** Mean chance promised in the bin, as text. */
  readonly mean: string;
  /** Share that was right. */
  readonly right: number;
  readonly size: number;
}

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1];

/** The reliability table, and the expected calibration error: the mean gap of promise and truth, weighed by size. */
export function listReliability(judged: readonly { readonly chance: number; readonly right: boolean }[]): {
  rows: ReliabilityBin[];
  error: number;
} {
  let error = 0;
  const rows: ReliabilityBin[] = [];
  EDGES.slice(1).forEach((to, i) => {
    const from = EDGES[i] ?? 0;
    const inside = judged.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    if (inside.length === 0) return;
    const mean = inside.reduce((sum, { chance }) => sum + chance, 0) / inside.length;
    const right = inside.filter((one) => one.right).length / inside.length;
    error += (Math.abs(mean - right) * inside.length) / judged.length;
    rows.push({ from: String(from), to: String(to), mean: mean.toFixed(2), right, size: inside.length });
  });
  return { rows, error };
}
