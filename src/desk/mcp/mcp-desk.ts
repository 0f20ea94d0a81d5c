import { HearsayError } from '../../base/error.ts';
import type { Added, Ledger } from '../../ledger/ledger.ts';
import type { readInputs, ReadOptions, ReadResult } from '../../pipeline.ts';
import { keyAddress } from '../../ledger/report-key.ts';
import type { Turns } from '../../ledger/store/turns.ts';

/** What the tools stand on. One desk serves any number of clients. */
export interface McpDesk {
  readonly ledger: Ledger;
  readonly readInputs: typeof readInputs;
  readonly runtime?: ReadOptions['runtime'];
  /** The time, for what is overdue and for when a page was fetched. */
  readonly now: () => Date;
  /** One reading at a time for all clients: each opens the network anew. */
  readonly turns: Turns;
  /** Without it there is no tool `add`: for clients that may only look. */
  readonly canAdd: boolean;
}

/** A report as a client gives it: an address, or a text with what is known of it. Never a file: a client is no user of this machine. */
export interface GivenReport {
  readonly url?: string | undefined;
  readonly text?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
}

/** Reports of one address (a feed, an archive) that one call reads. */
const MOST = 20;

export interface ReadReports {
  readonly results: readonly (ReadResult & { readonly added?: Added })[];
  /** There are more than one call reads. */
  readonly isCut: boolean;
}

/**
 * Reads what was given, and keeps it if it is to be kept.
 * @throws HearsayError `usage.bad-option` where neither or both of address and text are given
 */
export function readGiven(desk: McpDesk, given: GivenReport, keep: boolean): Promise<ReadReports> {
  const input = chooseInput(given);
  return desk.turns.take(() => readAll(desk, given, input, keep));
}

async function readAll(desk: McpDesk, given: GivenReport, input: string, keep: boolean): Promise<ReadReports> {
  const { outlet, published, url, text } = given;
  const results: (ReadResult & { added?: Added })[] = [];
  const options: ReadOptions = {
    now: desk.now,
    allowPrivate: false,
    ...(desk.runtime === undefined ? {} : { runtime: desk.runtime }),
    ...(text === undefined ? {} : { stdin: once(Buffer.from(text, 'utf8')) }),
    given: {
      ...(outlet === undefined ? {} : { outlet }),
      ...(published === undefined ? {} : { published }),
      ...(text === undefined || url === undefined ? {} : { url }),
    },
  };
  for await (const result of desk.readInputs([input], options)) {
    if (results.length === MOST) return { results, isCut: true };
    if ('error' in result || !keep) results.push(result);
    else results.push({ ...result, added: await desk.ledger.add(result.reading, result.capture) });
  }
  return { results, isCut: false };
}

/** `-` for a text; an address as it is. */
function chooseInput({ url, text }: GivenReport): string {
  const wrong =
    text === undefined && url === undefined
      ? 'there is neither an address nor a text'
      : url !== undefined && (keyAddress(url) === null || !/^https?:/iu.test(url))
        ? `${url} is no http or https address`
        : null;
  if (wrong !== null)
    throw new HearsayError(
      'usage.bad-option',
      'This is no report',
      wrong,
      'give url, or text with its outlet and date',
    );
  return text === undefined ? (url ?? '') : '-';
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
