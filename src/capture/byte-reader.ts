/** Pulls a stream of bytes as far as is asked, in memory of what is looked at. Chunks are never joined without need. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #heldLength = 0;
  #ended = false;
  /** Why the stream broke off. It is thrown once all that came before it is taken. */
  #failure: Error | null = null;
  /** Bytes taken so far. */
  position = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  /** Up to `length` bytes from here, without taking them; fewer only at the end of the stream. */
  async peek(length: number): Promise<Buffer> {
    while (this.#heldLength < length && (await this.#pull()));
    if (this.#heldLength === 0 && this.#failure !== null) throw this.#failure;
    const first = this.#held[0];
    if (first === undefined) return Buffer.alloc(0);
    if (first.length >= length) return first.subarray(0, length);
    this.#held = [Buffer.concat(this.#held)];
    return (this.#held[0] ?? first).subarray(0, length);
  }

  /** The next bytes, at most `limit` of them; null at the end. */
  async take(limit: number): Promise<Buffer | null> {
    while (this.#held.length === 0 && (await this.#pull()));
    if (this.#held.length === 0 && this.#failure !== null) throw this.#failure;
    const first = this.#held.shift();
    if (first === undefined) return null;
    const taken = first.subarray(0, limit);
    if (taken.length < first.length) this.#held.unshift(first.subarray(taken.length));
    this.#heldLength -= taken.length;
    this.position += taken.length;
    return taken;
  }

  /** Passes over up to `length` bytes. @returns how many there were */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length) {
      const chunk = await this.take(length - skipped);
      if (chunk === null) break;
      skipped += chunk.length;
    }
    return skipped;
  }

  /** Puts back what was taken last, so that it is read again. */
  untake(chunks: readonly Buffer[]): void {
    const back = chunks.filter(({ length }) => length > 0);
    const length = back.reduce((sum, chunk) => sum + chunk.length, 0);
    this.#held.unshift(...back);
    this.#heldLength += length;
    this.position -= length;
  }

  async #pull(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#source.next().catch((error: unknown) => {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      return { done: true, value: undefined } as const;
    });
    if (next.done === true) {
      this.#ended = true;
      return false;
    }
    const { buffer, byteOffset, byteLength } = next.value;
    if (byteLength > 0) this.#held.push(Buffer.from(buffer, byteOffset, byteLength));
    this.#heldLength += byteLength;
    return true;
  }
}
