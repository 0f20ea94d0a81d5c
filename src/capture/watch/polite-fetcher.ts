import type { Clock } from '../../base/clock.ts';
import { HearsayError } from '../../base/error.ts';
import type { Validators } from '../exchange.ts';
import { describeExchange, type Exchange, type Fetched, type FetchOptions } from '../fetch.ts';
import { hostStateSchema, NEW_HOST, recordAnswer, type HostState } from './host-state.ts';
import { readRobots, type RobotRules } from './robots.ts';

/** What came of a visit. */
export type Outcome =
  | {
      readonly kind: 'fetched';
      readonly fetched: Fetched;
      readonly validators: Validators;
      readonly maxAge: number | null;
    }
  /** Nothing newer than what is held. */
  | { readonly kind: 'unchanged' }
  /** The host is to be left alone until `at`. */
  | { readonly kind: 'later'; readonly at: number; readonly why: string }
  | { readonly kind: 'refused'; readonly error: HearsayError }
  | { readonly kind: 'failed'; readonly error: HearsayError; readonly isGone: boolean };

export interface PoliteOptions {
  readonly exchange: (address: string, options: FetchOptions) => Promise<Exchange>;
  readonly clock: Clock;
  readonly fetchOptions: FetchOptions;
  /** Milliseconds between two requests to one host, where it asks for no longer ones. Default 1,000. */
  readonly delay?: number;
  /** The longest that a visit waits for its turn; for longer it is told to come later. Default a minute. */
  readonly patience?: number;
  /** What is known of hosts from before, by host. */
  readonly hosts?: Readonly<Record<string, HostState>>;
}

/**
 * Visits addresses as a program should: robots.txt is heard (RFC 9309), one request a host at a time with a delay
 * between, longer and longer waits after failures, `Retry-After`, and nothing is sent again that is held.
 */
export class PoliteFetcher {
  readonly #options: Required<PoliteOptions>;
  readonly #hosts: Map<string, HostState>;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: PoliteOptions) {
    this.#options = { delay: 1000, patience: 60_000, hosts: {}, ...options };
    this.#hosts = new Map(
      Object.entries(this.#options.hosts).map(([host, state]) => [host, hostStateSchema.parse(state)]),
    );
  }

  /** What is known of the hosts, to go on from another time. */
  get hosts(): Readonly<Record<string, HostState>> {
    return Object.fromEntries(this.#hosts);
  }

  /**
   * Waits for its turn and visits. Only the stop by the user is thrown.
   * @param isTyped a person asked for this very address: robots.txt, which is for programs, is not asked
   */
  async visit(address: string, held: Validators = NOTHING_HELD, isTyped = false): Promise<Outcome> {
    if (!URL.canParse(address)) return this.#fetch(address, held); // its error says so
    const { host } = new URL(address);
    const before = this.#turns.get(host) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#visitNow(host, address, held, isTyped));
    this.#turns.set(host, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(host) === turn) this.#turns.delete(host);
    }
  }

  async #visitNow(host: string, address: string, held: Validators, isTyped: boolean): Promise<Outcome> {
    const rules = isTyped ? NO_RULES : await this.#readRules(host, address);
    if ('kind' in rules) return rules;
    if (!rules.allows(address)) return { kind: 'refused', error: describeRefusal(address) };
    const delay = Math.max(this.#options.delay, rules.delay ?? 0);
    return (await this.#wait(host)) ?? (await this.#fetch(address, held, { host, delay }));
  }

  /** Waits until the host may be asked again; a wait that is too long is the outcome. */
  async #wait(host: string): Promise<Outcome | null> {
    const { clock, patience, fetchOptions } = this.#options;
    const { nextAt, failures } = this.#state(host);
    const wait = nextAt - clock.now();
    const why = failures > 0 ? `${host} failed ${String(failures)} times` : `${host} was asked a moment ago`;
    if (wait > patience) return { kind: 'later', at: nextAt, why };
    if (wait > 0) await clock.sleep(wait, fetchOptions.signal);
    return null;
  }

  async #fetch(address: string, held: Validators, turn?: { host: string; delay: number }): Promise<Outcome> {
    const { exchange, fetchOptions, clock } = this.#options;
    let answered: Exchange | null = null;
    try {
      answered = await exchange(address, { ...fetchOptions, held });
      this.#record(turn, answered);
      if (answered.answer.status === 304) return { kind: 'unchanged' };
      const fetched = describeExchange(answered, fetchOptions);
      return { kind: 'fetched', fetched, validators: answered.answer.validators, maxAge: answered.answer.maxAge };
    } catch (error) {
      fetchOptions.signal?.throwIfAborted();
      if (!(error instanceof HearsayError)) throw error;
      // A page that is too large, an address that is none: no fault of the host.
      if (answered === null && /^fetch\.(?:failed|timeout)$/u.test(error.code)) this.#record(turn, null);
      const status = answered?.answer.status ?? null;
      const at = turn === undefined ? clock.now() : this.#state(turn.host).nextAt;
      if (status === 429 || status === 503) return { kind: 'later', at, why: error.why };
      return { kind: 'failed', error, isGone: status === 404 || status === 410 };
    }
  }

  /** The rules of the host's robots.txt, asked for once a day. While they cannot be had, nothing is fetched. */
  async #readRules(host: string, address: string): Promise<RobotRules | Outcome> {
    const { clock, exchange, fetchOptions, delay } = this.#options;
    const known = this.#state(host).robots;
    if (known !== null && known.until > clock.now()) return readRobots(address, known.text);
    const waited = await this.#wait(host);
    if (waited !== null) return waited;
    let answered: Exchange | null = null;
    try {
      answered = await exchange(new URL('/robots.txt', address).href, fetchOptions);
    } catch (error) {
      fetchOptions.signal?.throwIfAborted();
      if (!(error instanceof HearsayError)) throw error;
      if (!/^fetch\.(?:failed|timeout)$/u.test(error.code)) return { kind: 'failed', error, isGone: false };
    }
    this.#record({ host, delay }, answered);
    const status = answered?.answer.status ?? 500;
    if (status >= 500 || status === 429) {
      const { nextAt } = this.#state(host);
      return { kind: 'later', at: nextAt, why: `the robots.txt of ${host} cannot be had` };
    }
    const text = status < 300 && answered !== null ? new TextDecoder().decode(answered.answer.body) : '';
    this.#hosts.set(host, { ...this.#state(host), robots: { text, until: clock.now() + ROBOTS_KEPT } });
    return readRobots(address, text);
  }

  #state(host: string): HostState {
    return this.#hosts.get(host) ?? NEW_HOST;
  }

  #record(turn: { host: string; delay: number } | undefined, answered: Exchange | null): void {
    if (turn === undefined) return;
    const answer = { status: answered?.answer.status ?? null, retryAfter: answered?.answer.retryAfter ?? null };
    this.#hosts.set(turn.host, recordAnswer(this.#state(turn.host), answer, this.#options.clock.now(), turn.delay));
  }
}

const NOTHING_HELD: Validators = { etag: null, lastModified: null };
const NO_RULES: RobotRules = { allows: () => true, delay: null };
/** RFC 9309 §2.4: no longer than 24 hours. */
const ROBOTS_KEPT = 24 * 3_600_000;

/** Why a visit brought nothing, for a person; null where it did, or where nothing is newer than what is held. */
export function describeMissed(address: string, outcome: Outcome): HearsayError | null {
  if ('error' in outcome) return outcome.error;
  if (outcome.kind !== 'later') return null;
  const until = new Date(outcome.at).toISOString().replace(/\.\d+Z$/u, 'Z');
  return new HearsayError(
    'fetch.later',
    `Did not fetch ${address}`,
    `the site is to be left alone: ${outcome.why}`,
    `it may be asked again after ${until}`,
  );
}

function describeRefusal(address: string): HearsayError {
  return new HearsayError(
    'fetch.robots',
    `Did not fetch ${address}`,
    'the site asks programs not to (robots.txt)',
    'open it in a browser and save it, or give its address itself as an input',
  );
}
