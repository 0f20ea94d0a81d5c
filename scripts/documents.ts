import type { Command } from 'commander';
import { PassThrough } from 'node:stream';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { nameVariable, SETTINGS, type Setting } from '../src/base/config.ts';
import { makeOpenApi } from '../src/desk/api/openapi.ts';
import { OPERATIONS } from '../src/desk/api/operations.ts';
import { makeProgram } from '../src/desk/cli/program.ts';
import { listColumns } from '../src/desk/export/codebook.ts';
import { TABLES } from '../src/desk/export/tables/all-tables.ts';
import { claimSchema, sourceSchema, traceSchema } from '../src/ledger/ledger.ts';
import { readingSchema } from '../src/reading/reading.ts';

const MADE = '<!-- Made by `npm run docs` from the source: change it there. -->';

/** The documents that are made from the source, by path from the repository's root, formatted as prettier wants them. */
export async function makeDocuments(): Promise<ReadonlyMap<string, string>> {
  const raw: readonly [string, string][] = [
    ['docs/settings.md', describeSettings()],
    ['docs/commands.md', describeCommands()],
    ['docs/api.md', describeApi()],
    ['docs/exports/tables.md', describeTables()],
    ['schema/reading-1.json', describeSchema('reading', 'Reading', readingSchema)],
    ['schema/claim-1.json', describeSchema('claim', 'Claim', claimSchema)],
    ['schema/trace-1.json', describeSchema('trace', 'Trace', traceSchema)],
    ['schema/source-1.json', describeSchema('source', 'Source', sourceSchema)],
  ];
  const documents = new Map<string, string>();
  for (const [path, text] of raw) {
    const style = await resolveConfig(path);
    documents.set(path, await format(text, { ...style, filepath: path }));
  }
  return documents;
}

function describeSettings(): string {
  const rows = (SETTINGS as readonly Setting[]).map((setting) => {
    const { name, placeholder, help, secret } = setting;
    const flag = secret ? '–' : `\`--${name}${placeholder === undefined ? '' : ` ${placeholder}`}\``;
    return `| ${flag} | \`${nameVariable(name)}\` | ${setting.default ?? 'not set'} | ${help} |`;
  });
  return `${MADE}

# Settings

Each setting is one row of \`src/base/config.ts\`. A flag goes before the environment, and the environment before the
default. An empty variable counts as not set; in the environment, a yes-or-no setting takes \`yes\` or \`no\`.

| flag | environment | default | what it does |
| --- | --- | --- | --- |
${rows.join('\n')}

Of the environment, Hearsay reads besides: \`NO_COLOR\` (no colour if set and not empty), \`FORCE_COLOR\` (colour also in
a pipe) and \`TERM=dumb\` (no colour).

\`HEARSAY_OUTLETS\` names a file of outlets of your own, which go before those that come with Hearsay: a line each, with tabs between
name, \`outlet\` or \`wire\`, short forms and web domains (several with semicolons; both may be empty), as in \`lexicons/outlets.tsv\`.
Reports are read anew with it by \`hearsay reread\`; a ledger's claims and sources are made anew at the next addition. Give
all programs that write one ledger the same file.
`;
}

function describeCommands(): string {
  const idle = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const program = makeProgram(
    { ...idle, environment: {}, columns: null, live: false, watchInterrupt: () => new AbortController().signal },
    () => undefined,
  );
  const helps = program.commands.flatMap((command) =>
    [command, ...command.commands].map((one) => `## ${nameCommand(one)}\n\n${fence(printHelp(one))}`),
  );
  return `${MADE}

# Commands

${fence(printHelp(program))}

${helps.join('\n\n')}
`;
}

/** `hearsay watch add` */
function nameCommand(command: Command): string {
  return command.parent === null ? command.name() : `${nameCommand(command.parent)} ${command.name()}`;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

interface Described {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly properties?: object; readonly required?: readonly string[] } }>> }; // prettier-ignore
}

/** What `/openapi.json` says, to be read. */
function describeApi(): string {
  const { paths } = makeOpenApi(OPERATIONS) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }; // prettier-ignore
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters = [], requestBody }]) => {
      const { properties = {}, required = [] } = Object.values(requestBody?.content ?? {})[0]?.schema ?? {};
      const given = [
        ...parameters.map((one) => `\`${one.name}\` (${one.in}${one.required ? ', needed' : ''})`),
        ...Object.keys(properties).map((name) => `\`${name}\` (body${required.includes(name) ? ', needed' : ''})`),
      ];
      return `## ${method.toUpperCase()} ${path}\n\n${summary}\n\n${given.length === 0 ? 'It takes nothing.' : given.join(' · ')}`;
    }),
  );
  return `${MADE}

# HTTP API

\`hearsay serve\` answers at \`/api/v1\`, with the token that it prints as \`Authorization: Bearer TOKEN\`. \`/openapi.json\` has all of it
with its schemas (OpenAPI 3.1), \`/api\` is this page at your desk. Problems are \`application/problem+json\` with what, why and what
helps; answers have an ETag; a write may bring an \`Idempotency-Key\`.

\`\`\`sh
curl --header "Authorization: Bearer $TOKEN" "http://127.0.0.1:4729/api/v1/claims?q=shipyard&limit=5"
\`\`\`

${operations.join('\n\n')}
`;
}

function describeTables(): string {
  return `${MADE}

# Tables

What \`hearsay export csv -o FOLDER\` and \`hearsay export parquet -o FOLDER\` write. Keys repeat over the tables: \`report\`,
\`claim\`, \`appearance\`. Offsets are code points from 0, the end not included. A column in italics holds words of reports, and
\`--no-text\` leaves it out.

${TABLES.map((table) => `## ${table.name}\n\n${table.what}\n\n${listColumns(table, true)}`).join('\n')}`;
}

/** A command's help as `--help` prints it, at a fixed width. */
function printHelp(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => (text += part),
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trimEnd();
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function describeSchema(name: string, title: string, source: z.ZodType): string {
  const schema = z.toJSONSchema(source, { target: 'draft-2020-12' });
  return JSON.stringify({ $id: `urn:hearsay:${name}:1`, title, ...schema });
}
