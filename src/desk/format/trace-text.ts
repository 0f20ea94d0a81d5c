import type { CitedReport, TracedClaim } from '../../ledger/trace-claim.ts';
import { ClaimLines, listNumbers, nameId, writeHead } from './claim-text.ts';
import { nameOrigin, nameOutletOf } from './claim-words.ts';
import { describeMoment } from './moment.ts';
import type { TextOptions } from './text.ts';

/** A claim's chain upstream: where the trace begins, each report that is named on the way, and where it ends. */
export function formatTrace({ claim, from, cited }: TracedClaim, options: TextOptions): string {
  const lines = new ClaimLines(options);
  writeHead(lines, claim);
  lines.leave().write('From', 'heading');
  const shown = new Set([...from, ...cited.flatMap(({ appearances, citedBy }) => [...appearances, ...citedBy])]);
  claim.appearances.forEach((one, i) => {
    if (!shown.has(i)) return;
    const date = one.report.published === null ? 'undated' : describeMoment(one.report.published);
    lines.write(`[${String(i + 1)}] ${nameOutletOf(one)} · ${date}${one.report.url === null ? '' : ` · ${one.report.url}`}`, 'plain', 2); // prettier-ignore
  });
  lines.leave().write('Names', 'heading');
  if (cited.length === 0) lines.write('No other report.', 'plain', 2);
  for (const one of cited) writeCited(lines, one);
  lines.leave().write('Ends at', 'heading');
  const reached = claim.origins.filter(({ appearances }) => appearances.some((i) => shown.has(i)));
  for (const origin of reached) lines.write(`${nameOrigin(origin)} · ${listNumbers(origin.appearances.filter((i) => shown.has(i)))}`, 'source', 2); // prettier-ignore
  if (reached.length === 0) lines.write('No known origin.', 'plain', 2);
  return lines.leave().write(nameId(claim), 'faint').end();
}

function writeCited(
  lines: ClaimLines,
  { outlet, date, href, state, carries, appearances, citedBy, search }: CitedReport,
): void {
  // prettier-ignore
  lines.write(`${outlet} · named by ${listNumbers(citedBy)}`, 'source', 2);
  const when = date === null ? '' : ` of ${describeMoment(date)}`;
  const link = href === null ? '' : `: ${href}`;
  if (carries === true) lines.write(`saved here, and says it too: ${listNumbers(appearances)}`, 'plain', 6);
  else if (state === 'held') lines.write(`saved here, the report${when}, and does not say it${link}`, 'alert', 6);
  else if (href !== null) lines.write(`not read yet: ${href}`, 'alert', 6);
  else lines.write(`not read yet, and no link: look in ${outlet}${date === null ? '' : `, up to ${describeMoment(date)},`} for ${search}`, 'alert', 6); // prettier-ignore
}
