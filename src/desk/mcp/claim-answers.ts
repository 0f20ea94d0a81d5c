import type { ExpectedEvent, ShownClaim, TracedClaim } from '../../ledger/ledger.ts';
import type { ShownAppearance } from '../../ledger/shown-claim.ts';
import { cutWords } from '../format/cut-words.ts';
import { describeAlert, describeAppearance, describeExpected, nameOrigin, nameOutletOf, STRENGTH, summariseClaim } from '../format/claim-words.ts'; // prettier-ignore
import { describeMoment, describeWindow } from '../format/moment.ts';
import { quoteSpans } from '../format/words.ts';

/** Signs of an id that are enough to name it again. */
const ID = 16;

/** A claim in a list: its id, its words, the sentence fit to print, and where it is seen first. */
export function listClaim(claim: ShownClaim): string[] {
  return [
    `claim ${claim.id.slice(0, ID)}${claim.match === undefined ? '' : ` (found ${claim.match})`}: ${cutWords(claim.text)}`,
    `  ${summariseClaim(claim)}`,
    ...(claim.expected === null ? [] : [`  ${describeExpected(claim.expected)}`]),
    ...claim.alerts.map((alert) => `  ! ${describeAlert(alert)}`),
    `  earliest: ${cite(claim.firstAppearance)}`,
  ];
}

/** Statements of a claim that one answer holds. */
export const STATEMENTS = 10;

/** A claim in full, with its statements from number `from` (1 the first) on. */
export function describeClaim(claim: ShownClaim, from: number): string[] {
  const { appearances } = claim;
  const shown = appearances.slice(from - 1, from - 1 + STATEMENTS);
  const left = appearances.length - (from - 1) - shown.length;
  const statements = [
    `statements ${String(from)} to ${String(from - 1 + shown.length)} of ${String(appearances.length)}:`,
    ...shown.flatMap((one, i) => describeStatement(one, from + i)),
    ...(left > 0 ? [`  ${String(left)} more: ask again with from ${String(from + STATEMENTS)}`] : []),
  ];
  // What does not change from page to page stands in the first.
  return from === 1
    ? [...listClaim(claim), ...describeOrigins(claim), ...statements, ...describeRest(claim)]
    : [`claim ${claim.id.slice(0, ID)}: ${cutWords(claim.text)}`, ...statements];
}

function describeOrigins({ origins, independent }: ShownClaim): string[] {
  return [
    `origins (surely distinct ${String(independent.atLeast)}, at most ${String(independent.atMost)}):`,
    ...origins.map((origin) => `  ${nameOrigin(origin)}: statements ${numberAll(origin.appearances)}`),
    ...[...new Set(independent.why)].map((why) => `  counted so because ${why}`),
  ];
}

/** What speaks against it, and what is not read. */
function describeRest({ denials, unread }: ShownClaim): string[] {
  return [
    ...(denials.length > 0 ? ['against it, or not confirming it:'] : []),
    ...denials.flatMap(({ by, strength, leaves, appearance }) => [
      `  ${STRENGTH[strength]}, ${by}: ${cite(appearance)}`,
      ...(leaves === null ? [] : [`     leaves open: ${cutWords(leaves)}`]),
    ]),
    ...(unread.length > 0 ? ['named, and not read:'] : []),
    ...unread.map(({ outlet, href, citedBy }) => `  ${outlet}${href === null ? '' : ` ${href}`}, named in statements ${numberAll(citedBy)}`), // prettier-ignore
  ];
}

function numberAll(positions: readonly number[]): string {
  return positions.map((i) => String(i + 1)).join(', ');
}

function describeStatement(one: ShownAppearance, number: number): string[] {
  const state = one.setAside ? ['set aside by a person'] : one.checked ? [] : ['not checked by a person'];
  return [
    `  ${String(number)}. ${cite(one)}`,
    `     ${one.chain.map(({ name }) => name).join(' ← ')}; ${[...describeAppearance(one), ...state].join('; ')}`,
  ];
}

/** “words” (outlet, when; address; characters 42 to 163 of its text; attribution a2). */
export function cite(one: ShownAppearance): string {
  const { report, content, attribution } = one;
  const places = content.map(({ start, end }) => `${String(start)} to ${String(end)}`).join(', ');
  const when = report.published === null ? 'not dated' : describeMoment(report.published);
  return `“${cutWords(quoteSpans(content))}” (${nameOutletOf(one)}, ${when}; ${report.url ?? `text sha256 ${report.version}`}; characters ${places} of its ${one.in}; attribution ${attribution})`;
}

export function describeTrace({ claim, from, cited }: TracedClaim): string[] {
  return [
    ...listClaim(claim),
    `from statements ${numberAll(from)}, upstream:`,
    ...cited.flatMap(({ outlet, date, href, state, carries, citedBy, search }) => [
      `  ${outlet}${date === null ? '' : `, ${describeMoment(date)}`}: ${state === 'held' ? `read${carries === false ? ', and it does not say so' : ''}` : 'not read'}; named in statements ${numberAll(citedBy)}`,
      `     ${href ?? `no link; search for: ${outlet} ${search}`}`,
    ]),
    ...(cited.length === 0 ? ['  no report is named: the trace ends here'] : []),
    'whom it is traced to:',
    ...claim.origins.map((origin) => `  ${nameOrigin(origin)}`),
    ...(claim.origins.length === 0 ? ['  nobody that is known'] : []),
  ];
}

export function describeEvent({ claim, text, status, window, where, evidence, basis }: ExpectedEvent): string[] {
  const place = where.length === 0 ? '' : `, ${where.join(', ')}`;
  return [
    `${status}, ${window === null ? 'no date' : describeWindow(window)}${place}: ${cutWords(text)}`,
    `  claim ${claim.slice(0, ID)}, ${String(basis.reports)} ${basis.reports === 1 ? 'report' : 'reports'}`,
    ...evidence.flatMap(({ report: { url } }) => (url === null ? [] : [`  shown by ${url}`])),
  ];
}
