import { createHash } from 'node:crypto';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { drawAudit } from './audit-chart.ts';
import { makeHarmless, makeOneLine } from './harmless.ts';
import { HTML_STYLE } from './html-style.ts';
import { collectMarks, countShared, numberAttributions, splitAtBoundaries, type Mark } from './marks.ts';
import { describeOrigin, describeTurns, nameChain, quoteSpans, summariseAudit } from './words.ts';

/** One self-contained page: no script, nothing loaded, printable, light and dark. */
export function formatHtml(reading: Reading): string {
  return formatHtmlReport(reading, 0) + closeHtmlPage(1);
}

/** One report of a page of many; the first (`index` 0) brings the head of the page with it. */
export function formatHtmlReport(reading: Reading, index: number): string {
  const { report } = reading;
  const prefix = `r${index + 1}`;
  const headline = numberAttributions(reading.headline);
  const numbers = numberAttributions(reading.attributions, headline.size + 1);
  const title = report.title ?? makeOneLine(report.text).slice(0, 80);
  const heading =
    report.title === null ? 'Untitled report' : markHtml(title, collectMarks(reading.headline, headline), prefix);
  // The title's attributions have ids of their own, which may be those of the text's.
  const items = [
    ...reading.headline.map((item) => listAttribution(item, headline, prefix)),
    ...reading.attributions.map((item) => listAttribution(item, numbers, prefix)),
  ].join('');
  return `${index === 0 ? openHtmlPage(title) : ''}<article class="report" id="${prefix}">
<header>
<p class="kicker">Who said it, on whose word</p>
<h1 dir="auto">${heading}</h1>
<p class="origin">${describeOrigin(reading).map(escapeHtml).join(' <span class="dot">·</span> ')}</p>
${report.url === null ? '' : `<p class="origin">${linkAddress(report.url)}</p>\n`}<p class="summary">${escapeHtml(summariseAudit(reading))}</p>
${drawAudit(reading)}<p class="legend" aria-label="How to read the marks"><span class="source">source</span> <span class="cue">cue</span> <span class="content d1">content</span> <span class="content d1"><span class="content d2">content inside a content</span></span></p>
</header>
<div class="columns">
<section class="story" aria-label="The report">
${writeParagraphs(report.text, collectMarks(reading.attributions, numbers), prefix)}
</section>
<section class="told" aria-labelledby="${prefix}-told">
<h2 id="${prefix}-told">Who told whom</h2>
${items === '' ? '<p class="none">No attributions were found.</p>' : `<ol>\n${items}</ol>`}
</section>
</div>
${listNotes(reading, prefix)}</article>
`;
}

export function closeHtmlPage(printed: number): string {
  const empty = printed === 0 ? `${openHtmlPage('No report')}<p>No report could be read.</p>\n` : '';
  return empty + closeSelfContained('Made by Hearsay.');
}

function openHtmlPage(title: string): string {
  return openSelfContained(`${title} – Hearsay`, HTML_STYLE);
}

/**
 * The head of a page that is one file, up to `<main>`. It loads nothing and runs nothing: even if an escape were missed,
 * only this very style sheet may act.
 */
export function openSelfContained(title: string, style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(makeOneLine(title))}</title>
<style>${style}</style>
</head>
<body>
<main>
`;
}

/** Its end; `made`: a sentence on who made it. */
export function closeSelfContained(made: string): string {
  return `<footer><p>${escapeHtml(made)} It reports who said what; it never says what is true.</p></footer>
</main>
</body>
</html>
`;
}

/** Each paragraph of the text as one element; marks that run over a paragraph's end begin anew in the next. */
function writeParagraphs(text: string, marks: readonly Mark[], prefix: string): string {
  const paragraphs: string[] = [];
  const numbered = new Set<number>();
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/gu)) {
    const { index: from } = match;
    const to = from + match[0].length;
    const here = marks
      .filter(({ start, end }) => start < to && end > from)
      .map((mark) => ({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from }));
    paragraphs.push(`<p dir="auto">${markHtml(match[0], here, prefix, numbered)}</p>`);
  }
  return paragraphs.join('\n');
}

/** The text with nested elements for its marks. An attribution's number follows its first cue, or opens what there is. */
function markHtml(text: string, marks: readonly Mark[], prefix: string, numbered = new Set<number>()): string {
  const withCue = new Set(marks.filter(({ role }) => role === 'cue').map(({ number }) => number));
  let out = '';
  let open: readonly Mark[] = [];
  const reference = (mark: Mark): string => {
    if (numbered.has(mark.number)) return '';
    numbered.add(mark.number);
    return `<sup><a href="#${prefix}-${mark.number}" id="${prefix}-at-${mark.number}">${mark.number}</a></sup>`;
  };
  const change = (next: readonly Mark[]): void => {
    const shared = countShared(open, next);
    for (const mark of open.slice(shared).toReversed()) out += '</mark>' + (mark.role === 'cue' ? reference(mark) : '');
    for (const mark of next.slice(shared)) {
      out += `<mark class="${mark.role}${mark.role === 'content' ? ` d${Math.min(mark.depth, 4)}` : ''}">`;
      if (mark.role === 'content' && !withCue.has(mark.number)) out += reference(mark);
    }
    open = next;
  };
  for (const { start, end, marks: next } of splitAtBoundaries(text.length, marks)) {
    change(next);
    out += escapeHtml(text.slice(start, end)).replaceAll('\n', '<br>\n');
  }
  change([]);
  return out;
}

function listAttribution(attribution: Attribution, numbers: ReadonlyMap<string, number>, prefix: string): string {
  const number = numbers.get(attribution.id);
  if (number === undefined) return '';
  const parent = attribution.parent === null ? undefined : numbers.get(attribution.parent);
  const chain = nameChain(attribution)
    .map((name) => `<span class="link" dir="auto">${escapeHtml(makeOneLine(name))}</span>`)
    .join('<span class="from" aria-label="from"> ← </span>');
  const turns = describeTurns(attribution).map((turn) => `<span class="turn">${escapeHtml(makeOneLine(turn))}</span>`);
  if (parent !== undefined) turns.unshift(`<a class="turn" href="#${prefix}-${parent}">inside ${parent}</a>`);
  const content = quoteSpans(attribution.content);
  const label = `${Math.round(attribution.confidence * 100)} %`;
  return `<li id="${prefix}-${number}" value="${number}">
<p class="chain">${chain}</p>
${content === '' ? '' : `<p class="what" dir="auto">${escapeHtml(content)}</p>\n`}<p class="turns">${turns.join(' ')} <span class="sure" title="the chance that source, cue and content are all right">${label} sure</span> <a class="back" href="#${prefix}-at-${number}" aria-label="back to attribution ${number} in the report">↑</a></p>
</li>
`;
}

function listNotes({ notes }: Reading, prefix: string): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ code, what, span }) => {
    const place = span === null ? '' : ` <q dir="auto">${escapeHtml(makeOneLine(span.text).slice(0, 200))}</q>`;
    return `<li><code>${escapeHtml(code)}</code> ${escapeHtml(makeOneLine(what))}${place}</li>`;
  });
  return `<section class="notes" aria-labelledby="${prefix}-notes">
<h2 id="${prefix}-notes">Notes</h2>
<ul>
${items.join('\n')}
</ul>
</section>
`;
}

/** Only web addresses become links: a `javascript:` address stays words. */
export function linkAddress(address: string): string {
  const shown = escapeHtml(makeOneLine(address));
  return /^https?:\/\//iu.test(address) ? `<a rel="noopener noreferrer nofollow" href="${shown}">${shown}</a>` : shown;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return makeHarmless(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
