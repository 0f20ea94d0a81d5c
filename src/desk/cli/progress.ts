import { makeOneLine } from '../format/harmless.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** How often a log (not a terminal) is told how far the reading is, in reports. */
const LOG_EVERY = 100;

/** Tells on stderr how far the reading is and how fast it goes, from the second report on. */
export class Progress {
  #read = 0;
  #failed = 0;
  #shown = false;
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  readonly #describe: ((failed: number) => string) | null;
  readonly #start = performance.now();

  /** `describe` says what was done, where it is more than reading. */
  constructor(terminal: Terminal, quiet: boolean, describe: ((failed: number) => string) | null = null) {
    this.#terminal = terminal;
    this.#quiet = quiet;
    this.#describe = describe;
  }

  get failed(): number {
    return this.#failed;
  }

  get read(): number {
    return this.#read;
  }

  countFailed(): void {
    this.#failed++;
  }

  async countRead(input: string): Promise<void> {
    this.#read++;
    if (this.#quiet || this.#read + this.#failed < 2) return;
    if (this.#terminal.live) {
      this.#shown = true;
      const name = makeOneLine(input);
      await writeOut(
        this.#terminal.stderr,
        `\r\u001B[K${this.#count()} · ${this.#rate()} · ${name.length > 48 ? `…${name.slice(-47)}` : name}`,
      );
    } else if (this.#read % LOG_EVERY === 0) await writeOut(this.#terminal.stderr, `${this.#count()} so far\n`);
  }

  /** Takes the live line away, before something else is written. */
  async clear(): Promise<void> {
    if (this.#shown) await writeOut(this.#terminal.stderr, '\r\u001B[K');
    this.#shown = false;
  }

  async finish(): Promise<void> {
    await this.clear();
    if (!this.#quiet && this.#read + this.#failed > 1) await writeOut(this.#terminal.stderr, `${this.#count()}\n`);
  }

  /** “1.5 a second”, or “12 a minute” where it is slow. */
  #rate(): string {
    const perSecond = this.#read / Math.max((performance.now() - this.#start) / 1000, 0.001);
    return perSecond >= 1 ? `${perSecond.toFixed(1)} a second` : `${(perSecond * 60).toFixed(0)} a minute`;
  }

  #count(): string {
    if (this.#describe !== null) return this.#describe(this.#failed);
    return `${this.#read} ${this.#read === 1 ? 'report' : 'reports'} read${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`;
  }
}
