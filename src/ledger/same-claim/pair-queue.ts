/** Two clusters, by their first items, and the mean score between them. */
export interface Offered {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
}

/** The pair with the highest mean comes first; of equal ones that whose items stand first. A binary heap. */
export class PairQueue {
  readonly #heap: Offered[] = [];

  push(pair: Offered): void {
    const heap = this.#heap;
    let at = heap.push(pair) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const [child, parent] = [heap[at], heap[above]];
      if (!child || !parent || !isBefore(child, parent)) return;
      [heap[at], heap[above]] = [parent, child];
      at = above;
    }
  }

  pop(): Offered | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    for (let at = 0; ;) {
      let best = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        const [one, other] = [heap[below], heap[best]];
        if (one && other && isBefore(one, other)) best = below;
      }
      const [one, other] = [heap[at], heap[best]];
      if (best === at || !one || !other) return top;
      [heap[at], heap[best]] = [other, one];
      at = best;
    }
  }
}

function isBefore(one: Offered, other: Offered): boolean {
  return one.mean !== other.mean ? one.mean > other.mean : one.a !== other.a ? one.a < other.a : one.b < other.b;
}
