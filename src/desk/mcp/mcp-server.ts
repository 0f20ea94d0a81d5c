import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { HearsayError, describeError } from '../../base/error.ts';
import { checkValue } from '../../base/config.ts';
import { readVersion } from '../../base/version.ts';
import { makeOneLine } from '../format/harmless.ts';
import { judgeClaim } from '../format/judge-claim.ts';
import { describeClaim, describeEvent, describeTrace, listClaim } from './claim-answers.ts';
import { readGiven, type GivenReport, type McpDesk } from './mcp-desk.ts';
import { describeReading } from './reading-answer.ts';
import { describeNamed, listSource } from './source-answers.ts';
import { fenceUntrusted, INSTRUCTIONS } from './untrusted.ts';

const LOOKS = { readOnlyHint: true, destructiveHint: false, openWorldHint: false } as const;

const day = (name: string) => z.string().transform((typed) => checkValue({ name, type: 'day' }, typed, name));

const REPORT = {
  url: z.string().optional().describe('http or https address of the report; with text: where the text stood'),
  text: z.string().max(2_000_000).optional().describe('the text of the report, instead of fetching the address'),
  outlet: z.string().optional().describe('who published it, where the page does not say'),
  published: day('published').optional().describe('when it was published: ISO 8601 or EDTF'),
};

const SEARCH = {
  words: z.string().optional().describe('words, "phrases" or a whole sentence: nearest by meaning, then by words'),
  source: z.string().optional().describe('only claims from this source, or that it speaks against'),
  outlet: z.string().optional().describe('only claims that this outlet carries'),
  place: z.string().optional().describe('only claims with this place in them'),
  from: day('from').optional().describe('only claims published on or after this day, month or year'),
  to: day('to').optional().describe('only claims published on or before it'),
  min_origins: z.int().min(0).optional().describe('only claims with as many known origins'),
  all: z.boolean().optional().describe('also what one report alone says in its own words'),
  limit: z.int().min(1).max(20).default(5).describe('claims in the answer'),
  cursor: z.string().optional().describe('from the answer before, for the claims after it'),
};

/** A server for one client. Its answers are short and cite addresses and characters; words of reports are fenced. */
export function openMcpServer(desk: McpDesk): McpServer {
  const { ledger } = desk;
  const today = (): string => desk.now().toISOString().slice(0, 10);
  const server = new McpServer({ name: 'hearsay', version: readVersion() }, { instructions: INSTRUCTIONS });

  server.registerTool(
    'read',
    {
      title: 'Read a report',
      description: 'Read one news report, by address or text, and say who said what in it. Nothing is kept.',
      inputSchema: REPORT,
      annotations: { ...LOOKS, openWorldHint: true },
    },
    (given) => answer(() => describeReports(desk, given, false)),
  );

  if (desk.canAdd)
    server.registerTool(
      'add',
      {
        title: 'Add a report to the ledger',
        description:
          'Read a news report, by address or text, and keep it in the ledger, where its claims meet those of others.',
        inputSchema: REPORT,
        annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
      },
      (given) => answer(() => describeReports(desk, given, true)),
    );

  server.registerTool(
    'search_claims',
    {
      title: 'Search claims',
      description: 'Search what the reports in the ledger claim; each with whom it is traced to. Without words, those that most reports carry.', // prettier-ignore
      inputSchema: SEARCH,
      annotations: LOOKS,
    },
    ({ min_origins: minOrigins, ...asked }) =>
      answer(async () => {
        const { items, next } = await ledger.claims(withoutUndefined({ ...asked, minOrigins }));
        if (items.length === 0)
          return ['No claim is found; with all, one that a single report says in its own words may be.'];
        return [
          ...items.flatMap((claim) => listClaim(judgeClaim(claim, today()))),
          ...(next === null ? [] : [`more: ask again with cursor ${next}`]),
        ];
      }),
  );

  server.registerTool(
    'claim',
    {
      title: 'Show a claim',
      description: 'One claim in full: its origins, each statement with its address and characters, what speaks against it, what is not read.', // prettier-ignore
      inputSchema: {
        id: z.string().describe('id of the claim or of a statement in it; the first six signs will do'),
        from: z.int().min(1).default(1).describe('number of the first statement to show'),
      },
      annotations: LOOKS,
    },
    ({ id, from }) =>
      answer(async () => {
        const claim = await ledger.claim(id);
        if (claim === null) throw new HearsayError('ledger.unknown-claim', `The ledger has no claim ${id}`, 'no id begins so, or several do', 'look for it with search_claims'); // prettier-ignore
        return describeClaim(judgeClaim(claim, today()), from);
      }),
  );

  server.registerTool(
    'trace',
    {
      title: 'Trace a claim upstream',
      description: 'The claim nearest to an id, an address or a sentence, and its chain upstream: each report that is named on the way, read or not.', // prettier-ignore
      inputSchema: {
        what: z.string().describe('the id of a claim, the address of a report in the ledger, or what is claimed'),
      },
      annotations: LOOKS,
    },
    ({ what }) =>
      answer(async () => {
        const traced = await ledger.trace(what);
        return describeTrace({ ...traced, claim: judgeClaim(traced.claim, today()) });
      }),
  );

  server.registerTool(
    'calendar',
    {
      title: 'Expected events',
      description: 'What is announced or expected, the overdue first, and what became of it.',
      inputSchema: {
        limit: z.int().min(1).max(50).default(10).describe('events in the answer'),
        skip: z.int().min(0).default(0).describe('events to pass over'),
      },
      annotations: LOOKS,
    },
    ({ limit, skip }) =>
      answer(async () => {
        const events = await ledger.calendar(today());
        const left = events.length - skip - limit;
        if (events.length === 0) return ['No expected event is known.'];
        return [...events.slice(skip, skip + limit).flatMap(describeEvent), ...(left > 0 ? [`${String(left)} more: ask again with skip ${String(skip + limit)}`] : [])]; // prettier-ignore
      }),
  );

  server.registerTool(
    'sources',
    {
      title: 'Who says what',
      description: 'Without a name, who is credited by most reports. With one, a source in full: its offices, what it said, on what, when, what became of what it announced; of an outlet what it rests on and whom it copies.', // prettier-ignore
      inputSchema: {
        name: z.string().min(1).max(500).optional().describe('a person, a body, an office or an outlet; or the id of a source'), // prettier-ignore
        from: z.int().min(1).max(50).default(1).describe('number of the first thing said to show, the latest being 1'),
        limit: z.int().min(1).max(50).default(10).describe('sources in an answer without a name'),
      },
      annotations: LOOKS,
    },
    ({ name, from, limit }) =>
      answer(async () => {
        if (name !== undefined) return describeNamed(name, await ledger.source(name, today()), from);
        const listed = await ledger.sources(limit);
        return listed.length === 0 ? ['No source is credited yet.'] : listed.flatMap(listSource);
      }),
  );
  return server;
}

async function describeReports(desk: McpDesk, given: GivenReport, keep: boolean): Promise<string[]> {
  const { results, isCut } = await readGiven(desk, given, keep);
  const [only] = results;
  if (only !== undefined && results.length === 1 && 'error' in only) throw only.error;
  const lines = results.flatMap((result) => {
    if ('error' in result) return [`failed: ${result.input}: ${result.error.message}`];
    const state = result.added === undefined ? [] : [`${OUTCOMES[result.added.outcome]}: ${result.added.report}`];
    return [...state, ...describeReading(result.reading)];
  });
  return isCut ? [...lines, 'There are more reports at this address: give the addresses one by one.'] : lines;
}

const OUTCOMES = {
  new: 'added',
  version: 'added as a new version',
  held: 'held already',
  forgotten: 'not kept: a person had it forgotten',
} as const;

/** The lines, fenced; a failure in one line, as a person gets it. */
async function answer(work: () => Promise<readonly string[]>): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: fenceUntrusted(await work()) }] };
  } catch (error) {
    const { message, code } = describeError(error, 'The call');
    return { content: [{ type: 'text', text: `${makeOneLine(message)} [${code}]` }], isError: true };
  }
}

function withoutUndefined<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as ReturnType<typeof withoutUndefined<Shape>>; // prettier-ignore
}
