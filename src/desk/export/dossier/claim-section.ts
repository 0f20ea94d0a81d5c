import type { Claim, ClaimAppearance, Denial } from '../../../ledger/claim.ts';
import { showClaim } from '../../../ledger/shown-claim.ts';
import { cutWords } from '../../format/cut-words.ts';
import { describeAlert, describeExpected, listReasons, nameOrigin, summariseClaim } from '../../format/claim-words.ts';
import { escapeHtml } from '../../format/html.ts';
import { makeOneLine } from '../../format/harmless.ts';
import { describeMoment } from '../../format/moment.ts';
import type { Material } from '../material.ts';
import type { Copies } from './copies.ts';
import { writeStatement } from './statement.ts';

/** Said once a claim: pages of a print are read apart. */
const ORDER = 'In the order of publication. The bar at the left is whole where a person has checked the statement in its place, and broken where no one has.'; // prettier-ignore

/** A claim in full: the sentence fit to print, the figures, whom it is traced to, every statement, what is unread. */
export async function writeClaim(
  claim: Claim,
  number: number,
  of: number,
  material: Material,
  copies: Copies,
): Promise<string> {
  const id = `c${String(number)}`;
  const counted = claim.appearances.filter(({ setAside }) => !setAside);
  const aside = claim.appearances.filter(({ setAside }) => setAside);
  const place = (one: ClaimAppearance): number => claim.appearances.indexOf(one) + 1;
  const write = (one: ClaimAppearance, denial: Denial | null = null): Promise<string> =>
    writeStatement(one, denial === null ? { number: place(one), id: `${id}-${String(place(one))}` } : null, denial, material, copies); // prettier-ignore
  const seen = await Promise.all(counted.map((one) => write(one)));
  const against = await Promise.all(claim.denials.map((denial) => write(denial.appearance, denial)));
  const rejected = await Promise.all(aside.map((one) => write(one)));
  const [heading, sub] = of === 1 ? ['h1', 'h2'] : ['h2', 'h3'];
  const section = (title: string, body: string): string =>
    `<section class="part"><${sub}>${escapeHtml(title)}</${sub}>\n${body}\n</section>`;
  return `<article class="claim" id="${id}">
${of === 1 ? '' : `<p class="count">Claim ${String(number)} of ${String(of)}</p>\n`}<${heading} class="claim-text" dir="auto">${escapeHtml(cutWords(claim.text))}</${heading}>
${counted.length === 0 ? '<p class="lead">A person has set all of it aside: nothing of it counts.</p>' : `<p class="lead">${escapeHtml(summariseClaim(showClaim(claim)))}</p>\n${writeFigures(claim, counted)}`}
${writeFindings(claim)}${counted.length === 0 ? '' : section('Whom it is traced to', writeOrigins(claim, id))}
${counted.length === 0 ? '' : section('Seen in', `<p class="hint">${ORDER}</p>\n<ol class="statements">\n${seen.join('')}</ol>`)}
${against.length === 0 ? '' : section('What speaks against it, or does not confirm it', `<ol class="statements">\n${against.join('')}</ol>`)}
${section('Named, and not read', writeUnread(claim, id))}
${rejected.length === 0 ? '' : section('Set aside by a person', `<p class="hint">In no count.</p>\n<ol class="statements aside">\n${rejected.join('')}</ol>`)}
</article>
`;
}

function writeFigures(
  { outlets, origins, independent, denials, basis }: Claim,
  counted: readonly ClaimAppearance[],
): string {
  const { atLeast, atMost } = independent;
  const against = denials.filter(({ strength }) => strength === 'denied' || strength === 'disputed').length;
  const checked = counted.filter((one) => one.checked !== null).length;
  const figures: readonly (readonly [string, string])[] = [
    [String(basis.reports), basis.reports === 1 ? 'report' : 'reports'],
    [String(outlets), outlets === 1 ? 'outlet' : 'outlets'],
    [String(origins.length), origins.length === 1 ? 'known origin' : 'known origins'],
    [atLeast === atMost ? String(atLeast) : `${String(atLeast)}–${String(atMost)}`, 'surely – at most distinct'],
    [String(against), against === 1 ? 'denial' : 'denials'],
    [`${String(checked)}/${String(counted.length)}`, 'checked'],
  ];
  return `<dl class="figures">${figures.map(([figure, name]) => `<div><dt>${name}</dt><dd>${figure}</dd></div>`).join('')}</dl>`;
}

/** What is due, and what a desk should look at. */
function writeFindings(claim: Claim): string {
  const { expected, alerts } = showClaim(claim);
  const due = expected === null ? [] : [`<li class="due">${escapeHtml(describeExpected(expected))}${writeEvidence(expected)}</li>`]; // prettier-ignore
  const found = alerts.map((alert) => `<li class="alert">${escapeHtml(makeOneLine(describeAlert(alert)))}</li>`);
  return due.length + found.length === 0 ? '' : `<ul class="findings">${[...due, ...found].join('')}</ul>\n`;
}

function writeEvidence({ evidence, setBy }: NonNullable<ReturnType<typeof showClaim>['expected']>): string {
  const by = setBy === null ? [] : [`set by ${setBy.by}, ${describeMoment(setBy.at)} UTC${setBy.why === '' ? '' : `: ${setBy.why}`}`]; // prettier-ignore
  const shown = [...new Set(evidence.map(({ report }) => report.outlet ?? report.url ?? 'a report'))];
  const parts = [...(shown.length === 0 ? [] : [`shown by ${shown.join(', ')}`]), ...by];
  return parts.length === 0 ? '' : ` <span class="facts">${escapeHtml(makeOneLine(parts.join('; ')))}</span>`;
}

function writeOrigins(claim: Claim, id: string): string {
  const { origins, appearances, independent, unknownLineage } = claim;
  const refer = (at: readonly number[]): string => at.map((i) => `<a href="#${id}-${String(i + 1)}">${String(i + 1)}</a>`).join(' '); // prettier-ignore
  const rows = origins.map((origin) => {
    const first = origin.first === null ? 'not dated' : describeMoment(origin.first);
    return `<tr><th scope="row" dir="auto">${escapeHtml(capitalise(makeOneLine(nameOrigin(origin))))}</th><td data-name="Earliest seen here">${escapeHtml(first)}</td><td data-name="Statements" class="refs">${refer(origin.appearances)}</td></tr>`;
  });
  const silent = appearances.flatMap(({ lineage, setAside }, i) => (lineage === 'unknown' && !setAside ? [i] : []));
  if (silent.length > 0) rows.push(`<tr class="silent"><th scope="row">${unknownLineage === 1 ? 'One statement does' : `${String(silent.length)} statements do`} not say where it comes from</th><td data-name="Earliest seen here"></td><td data-name="Statements" class="refs">${refer(silent)}</td></tr>`); // prettier-ignore
  const why = listReasons(claim)
    .map((reason) => `<li>${escapeHtml(makeOneLine(reason))}</li>`)
    .join('');
  return `<table class="origins"><thead><tr><th scope="col">Origin</th><th scope="col">Earliest seen here</th><th scope="col">Statements</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<p class="hint">Surely distinct: ${String(independent.atLeast)}. At most: ${String(independent.atMost)}.${why === '' ? '' : ' How this is counted:'}</p>${why === '' ? '' : `\n<ul class="why">${why}</ul>`}`;
}

function writeUnread({ unread }: Claim, id: string): string {
  if (unread.length === 0) return '<p class="hint">Every report that these name is among those read.</p>';
  const items = unread.map(({ outlet, date, href, citedBy }) => {
    const by = citedBy.map((i) => `<a href="#${id}-${String(i + 1)}">${String(i + 1)}</a>`).join(' ');
    const when = date === null ? '' : `, before ${escapeHtml(describeMoment(date))}`;
    const address = href === null ? '' : `<br><span class="address">${escapeHtml(makeOneLine(href))}</span>`;
    return `<li><strong dir="auto">${escapeHtml(makeOneLine(outlet))}</strong>${when} <span class="refs">named in ${by}</span>${address}</li>`;
  });
  return `<ul class="unread">${items.join('\n')}</ul>`;
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
