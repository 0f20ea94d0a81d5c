import type { ClaimAppearance, Denial } from '../../../ledger/claim.ts';
import { describeAppearance, STRENGTH } from '../../format/claim-words.ts';
import { escapeHtml, linkAddress } from '../../format/html.ts';
import { makeOneLine } from '../../format/harmless.ts';
import { describeMoment } from '../../format/moment.ts';
import type { Material } from '../material.ts';
import type { Copies } from './copies.ts';

/** Characters of the report on each side of the quotation. */
const AROUND = 160;

/** One statement in its place: outlet, time, words with what stands around them, who told whom, checked or not, address, saved copy. */
export async function writeStatement(
  one: ClaimAppearance,
  place: { readonly number: number; readonly id: string } | null,
  denial: Denial | null,
  material: Material,
  copies: Copies,
): Promise<string> {
  const { report, chain, checked, setAside } = one;
  const copy = copies.number(report.key);
  const text = (await material.words(report.key))[one.in];
  const outlet = report.outlet ?? chain[0]?.name ?? 'One report';
  const when = report.published === null ? 'not dated' : describeMoment(report.published);
  // Where a denial has its words from is the denier's own name above it.
  const told = denial === null ? describeAppearance({ ...one, checked: false }) : describeAppearance({ ...one, checked: false }).slice(1).filter((words) => words !== STRENGTH[denial.strength]); // prettier-ignore
  const tags = [...(denial === null ? [] : [STRENGTH[denial.strength]]), ...told].map(
    (tag) => `<li>${escapeHtml(tag)}</li>`,
  );
  const links = chain.map(({ name }) => `<span class="link" dir="auto">${escapeHtml(makeOneLine(name))}</span>`);
  return `<li class="statement ${checked === null ? 'unchecked' : 'checked'}"${place === null ? '' : ` id="${place.id}" value="${String(place.number)}"`}>
<p class="who">${place === null ? '' : `<span class="number">${String(place.number)}</span> `}<strong dir="auto">${escapeHtml(makeOneLine(denial?.by ?? outlet))}</strong> <span class="when">${denial === null ? '' : `in ${escapeHtml(makeOneLine(outlet))}, `}${escapeHtml(when)}${one.in === 'title' ? ', in the title' : ''}</span> ${describeCheck(one)}</p>
<div class="body">
<blockquote dir="auto">${setAside ? '<s>' : ''}${quoteInPlace(text, one)}${setAside ? '</s>' : ''}</blockquote>
${denial?.leaves == null ? '' : `<p class="leaves">Leaves open: ${escapeHtml(makeOneLine(denial.leaves))}</p>\n`}<div class="facts">
<p class="chain">${links.join('<span class="from"> ← </span>')}</p>
<ul class="tags">${tags.join('')}</ul>
<p class="origin"><span class="title" dir="auto">${escapeHtml(makeOneLine(report.title ?? ''))}</span> ${report.url === null ? '' : linkAddress(report.url)}</p>
<p class="copy">${describeCopy(copy, report.key, material)}</p>
</div>
</div>
</li>
`;
}

function describeCheck({ checked, setAside }: ClaimAppearance): string {
  if (setAside) return '<span class="check no">set aside</span>';
  return checked === null
    ? '<span class="check no">not checked</span>'
    : `<span class="check yes">✓ checked by ${escapeHtml(makeOneLine(checked.by))}, ${escapeHtml(describeMoment(checked.at))} UTC</span>`;
}

/** The words marked, with what stands before and after them; a gap between pieces is shown as it stands, or as an ellipsis. */
function quoteInPlace(text: string, { content }: ClaimAppearance): string {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return '';
  // The text is gone (a person had it forgotten): the words that are kept with the claim stand alone.
  if (text.slice(first.start, first.end) !== first.text) return content.map((one) => mark(one.text)).join(' … ');
  const pieces = content.map((one, i) => {
    const next = content[i + 1];
    const gap = next === undefined ? '' : text.slice(one.end, next.start);
    return mark(text.slice(one.start, one.end)) + escapeHtml(flatten(gap.length > AROUND ? ` ${gap.slice(0, AROUND / 2)} … ${gap.slice(-AROUND / 2)} ` : gap)); // prettier-ignore
  });
  return `<span class="around">${escapeHtml(cutHead(text, first.start))}</span>${pieces.join('')}<span class="around">${escapeHtml(cutTail(text, last.end))}</span>`;
}

function mark(words: string): string {
  return `<mark>${escapeHtml(flatten(words))}</mark>`;
}

function flatten(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** From the beginning of the paragraph, or of a word where that is far. */
function cutHead(text: string, end: number): string {
  const before = text.slice(0, end).split(/\n\s*\n/u).at(-1) ?? ''; // prettier-ignore
  return before.length <= AROUND
    ? flatten(before).trimStart()
    : `… ${flatten(before.slice(-AROUND).replace(/^\S*\s+/u, ''))}`;
}

function cutTail(text: string, start: number): string {
  const [after = ''] = text.slice(start).split(/\n\s*\n/u, 1);
  return after.length <= AROUND
    ? flatten(after).trimEnd()
    : `${flatten(after.slice(0, AROUND).replace(/\s+\S*$/u, ''))} …`;
}

function describeCopy(number: number | null, key: string, material: Material): string {
  const held = material.held(key);
  if (held === undefined || number === null) return 'its report is not in the ledger any more';
  const { sha256, captured } = held.capture;
  const when = captured === null ? 'time of saving not known' : describeMoment(captured);
  return `<a href="#s${String(number)}">saved copy ${String(number)}</a>, ${escapeHtml(when)} <span class="hash">sha256 ${escapeHtml(sha256.slice(0, 16))}…</span>`;
}
