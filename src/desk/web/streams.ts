import { HearsayError } from '../../base/error.ts';

/** Streams that are open at once: of one person, and of all. Each holds a connection, and a tab needs one. */
const [OF_ONE, OF_ALL] = [50, 1000];

/** Counts the streams that are open, so that nobody holds all connections. */
export class Streams {
  readonly #open = new Map<string, number>();
  #all = 0;

  /** @returns what closes it @throws HearsayError `team.too-often` */
  open(user: string): () => void {
    const own = this.#open.get(user) ?? 0;
    if (own >= OF_ONE || this.#all >= OF_ALL) throw new HearsayError('team.too-often', 'Too many streams are open', own >= OF_ONE ? `${String(own)} of yours are open` : 'the desk has no more to give', 'close pages that are not needed, or ask again without a stream'); // prettier-ignore
    this.#open.set(user, own + 1);
    this.#all++;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#all--;
      const left = (this.#open.get(user) ?? 1) - 1;
      if (left > 0) this.#open.set(user, left);
      else this.#open.delete(user);
    };
  }
}
