import type { ShownAppearance, ShownClaim } from '../../ledger/shown-claim.ts';
import { describeAlert, describeAppearance, describeExpected, describeGrade, joinSome, listReasons, nameOrigin, nameOutletOf, STRENGTH, summariseClaim } from './claim-words.ts'; // prettier-ignore
import { cutWords } from './cut-words.ts';
import { makeOneLine } from './harmless.ts';
import { describeMoment } from './moment.ts';
import type { TextOptions } from './text.ts';
import { quoteSpans } from './words.ts';
import { wrapPieces } from './wrap.ts';

const STYLE = {
  heading: '1',
  plain: '',
  faint: '2',
  alert: '33',
  source: '1;36',
  against: '31',
  struck: '2;9',
} as const;

/** Signs of an id that are printed; `claim` takes them. */
export const SHORT_ID = 12;

/** Columns by which what goes on in the next line stands further in. */
const HANG = 2;

/** Lines of claims and traces: words in one style, made harmless and wrapped. */
export class ClaimLines {
  readonly #options: TextOptions;
  readonly #lines: string[] = [];

  constructor(options: TextOptions) {
    this.#options = options;
  }

  write(words: string, style: keyof typeof STYLE = 'plain', indent = 0): this {
    const piece = { text: makeOneLine(words), style: this.#options.color ? STYLE[style] : '' };
    this.#lines.push(
      ...wrapPieces([piece], this.#options.width, ' '.repeat(indent), ' '.repeat(indent + (indent === 0 ? 0 : HANG))),
    );
    return this;
  }

  leave(): this {
    this.#lines.push('');
    return this;
  }

  /** Ends in a line feed. */
  end(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** A claim in a list: its words, the sentence made from the facts, what is ahead, what to look at, its id. */
export function formatClaimLine(claim: ShownClaim, options: TextOptions): string {
  const lines = new ClaimLines(options);
  writeHead(lines, claim);
  for (const alert of claim.alerts) lines.write(`! ${describeAlert(alert)}`, 'alert', 2);
  return lines.write(nameId(claim), 'faint', 2).end();
}

/** A claim in full: whom it is traced to, where it is seen, who speaks against it; with `why` the facts behind each count. */
export function formatClaim(claim: ShownClaim, why: boolean, options: TextOptions): string {
  const lines = new ClaimLines(options);
  writeHead(lines, claim);
  writeOrigins(lines, claim);
  writeSeenIn(lines, claim);
  writeDenials(lines, claim);
  writeUnread(lines, claim);
  if (claim.alerts.length > 0) lines.leave().write('To look at', 'heading');
  for (const alert of claim.alerts) {
    lines.write(describeAlert(alert), 'alert', 2);
    for (const { url } of alert.reports) if (url !== null) lines.write(url, 'faint', 4);
  }
  if (why) writeWhy(lines, claim);
  return lines.leave().write(nameId(claim), 'faint').end();
}

export function writeHead(lines: ClaimLines, claim: ShownClaim): void {
  lines.write(cutWords(claim.text), 'heading').write(summariseClaim(claim), 'plain', 2);
  if (claim.expected !== null) lines.write(`${describeExpected(claim.expected)}.`, 'plain', 2);
  if (claim.grade !== null) lines.write(describeGrade(claim.grade), 'plain', 2);
}

function writeOrigins(lines: ClaimLines, { origins, independent }: ShownClaim): void {
  lines.leave().write('Traced to', 'heading');
  if (origins.length === 0) lines.write('No known origin.', 'plain', 2);
  for (const origin of origins) {
    const first = origin.first === null ? '' : ` · earliest seen here ${describeMoment(origin.first)}`;
    lines.write(`${nameOrigin(origin)} · ${listNumbers(origin.appearances)}${first}`, 'source', 2);
  }
  const { atLeast, atMost } = independent;
  lines.write(`Surely different origins: ${String(atLeast)}. There can be ${atLeast === atMost ? 'no more' : `up to ${String(atMost)}`}.`, 'plain', 2); // prettier-ignore
}

function writeSeenIn(lines: ClaimLines, { appearances }: ShownClaim): void {
  lines.leave().write('Seen in', 'heading');
  appearances.forEach((one, i) => {
    writeAppearance(lines, `[${String(i + 1)}] ${nameOutletOf(one)}`, one);
  });
}

function writeAppearance(lines: ClaimLines, name: string, one: ShownAppearance): void {
  const { published, url } = one.report;
  const date = published === null ? 'undated' : describeMoment(published);
  lines.write([name, date, ...(one.in === 'title' ? ['headline'] : []), ...describeAppearance(one)].join(' · '), 'plain', 2); // prettier-ignore
  lines.write(`“${quoteSpans(one.content).replace(/^[“"]|[”"]$/gu, '')}”`, one.setAside ? 'struck' : 'plain', 6);
  if (one.chain.length > 1) lines.write(one.chain.map((link) => link.name).join(' ← '), 'source', 6);
  if (url !== null) lines.write(url, 'faint', 6);
}

function writeDenials(lines: ClaimLines, { denials }: ShownClaim): void {
  if (denials.length > 0) lines.leave().write('Against, not confirmed, no comment', 'heading');
  for (const { by, strength, leaves, appearance } of denials) {
    const { report, content } = appearance;
    const date = report.published === null ? 'undated' : describeMoment(report.published);
    const aside = appearance.setAside ? ' · set aside, in no count' : '';
    lines.write(`${by} · ${STRENGTH[strength]} · ${nameOutletOf(appearance)}, ${date}${aside}`, aside === '' ? 'against' : 'struck', 2); // prettier-ignore
    lines.write(`“${quoteSpans(content)}”${leaves === null ? '' : ` (leaves open: ${leaves})`}`, 'plain', 6);
    if (report.url !== null) lines.write(report.url, 'faint', 6);
  }
}

function writeUnread(lines: ClaimLines, { unread }: ShownClaim): void {
  if (unread.length > 0) lines.leave().write('Named and not read yet', 'heading');
  for (const { outlet, date, href, citedBy } of unread) {
    const when = date === null ? '' : ` · by ${describeMoment(date)}`;
    lines.write(`${outlet}${when} · named by ${listNumbers(citedBy)}${href === null ? '' : ` · ${href}`}`, 'plain', 2);
  }
}

function writeWhy(lines: ClaimLines, claim: ShownClaim): void {
  const { appearances, basis, unknownLineage, checked } = claim;
  const outlets = [...new Set(appearances.map(nameOutletOf))];
  const silent = appearances.flatMap(({ lineage }, i) => (lineage === 'unknown' ? [i] : []));
  const copied = appearances.flatMap(({ lineage }, i) => (lineage === 'copied' ? [i] : []));
  const span = basis.from === null ? 'undated' : `${describeMoment(basis.from)} to ${describeMoment(basis.to ?? basis.from)}`; // prettier-ignore
  lines.leave().write('Why these counts', 'heading');
  lines.write(`${plural(basis.reports, 'report')}, ${span}; ${plural(claim.outlets, 'outlet')}: ${outlets.join(', ')}.`, 'plain', 2); // prettier-ignore
  lines.write(`${plural(unknownLineage, 'place')} where it is not said whence${silent.length === 0 ? '' : `: ${listNumbers(silent)}`}.`, 'plain', 2); // prettier-ignore
  if (copied.length > 0) lines.write(`Copied, as the same words show: ${listNumbers(copied)}.`, 'plain', 2);
  for (const reason of listReasons(claim)) lines.write(reason, 'plain', 2);
  if (checked.appearances > 0) lines.write(`${String(checked.appearances)} of ${String(checked.of)} checked by ${joinSome(checked.by)}, last ${describeMoment(checked.last ?? '')}.`, 'plain', 2); // prettier-ignore
  const unchecked = appearances.flatMap((one, i) => (one.checked ? [] : [i]));
  if (unchecked.length > 0) lines.write(`Read by the machine alone: ${listNumbers(unchecked)}.`, 'plain', 2);
}

/** “[1] [4]”: as they stand under “Seen in”. */
export function listNumbers(at: readonly number[]): string {
  return at.map((i) => `[${String(i + 1)}]`).join(' ');
}

function plural(count: number, one: string): string {
  return `${String(count)} ${count === 1 ? one : `${one}s`}`;
}

export function nameId({ id, match }: ShownClaim): string {
  return [id.slice(0, SHORT_ID), match].filter((part) => part !== undefined).join(' · ');
}
