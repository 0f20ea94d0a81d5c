import type { ExportedReport } from '../../../ledger/exported-reports.ts';
import { cutWords } from '../../format/cut-words.ts';
import { closeSelfContained, escapeHtml, openSelfContained } from '../../format/html.ts';
import { makeOneLine } from '../../format/harmless.ts';
import { describeMoment } from '../../format/moment.ts';
import type { Material } from '../material.ts';
import { openCopies, type Copies } from './copies.ts';
import { DOSSIER_STYLE } from './dossier-style.ts';
import { writeClaim } from './claim-section.ts';
import { INSTRUMENT } from './instrument.ts';

/** One self-contained page, fit to send to an editor: a dossier a claim, the saved copies, and how it was made. */
export async function* writeDossier(material: Material): AsyncGenerator<string> {
  const contents = await listContents(material);
  const copies = openCopies(material);
  yield openPage(material, contents);
  let number = 0;
  for await (const claim of material.claims())
    yield await writeClaim(claim, ++number, contents.length, material, copies);
  if (number === 0) yield '<p class="lead">No claim was found.</p>\n';
  yield closePage(material, copies);
}

interface Entry {
  readonly text: string;
  readonly reports: number;
  readonly origins: number;
  readonly checked: number;
  readonly of: number;
}

async function listContents(material: Material): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const { text, basis, origins, appearances } of material.claims()) {
    const counted = appearances.filter(({ setAside }) => !setAside);
    const checked = counted.filter((one) => one.checked !== null).length;
    entries.push({ text, reports: basis.reports, origins: origins.length, checked, of: counted.length });
  }
  return entries;
}

function openPage(material: Material, contents: readonly Entry[]): string {
  const [only] = contents;
  const single = contents.length === 1 && only !== undefined;
  const title = single
    ? cutWords(only.text)
    : material.asked === null
      ? 'All claims of this ledger'
      : `Claims on “${material.asked}”`;
  return `${openSelfContained(`${title} – Hearsay dossier`, DOSSIER_STYLE)}<header class="cover">
<p class="kicker">Dossier <span>Who said it, on whose word</span></p>
${single ? '' : `<h1 dir="auto">${escapeHtml(title)}</h1>\n`}<p class="made">${describeMaking(material, contents)}</p>
</header>
${single ? '' : writeContents(contents)}`;
}

function describeMaking({ at, program, reports }: Material, contents: readonly Entry[]): string {
  const checked = contents.reduce((sum, one) => sum + one.checked, 0);
  const of = contents.reduce((sum, one) => sum + one.of, 0);
  const days = reports.flatMap(({ published }) => published?.slice(0, 10) ?? []);
  const span = days.length === 0 ? [] : [describeSpan(days[0] ?? '', days.at(-1) ?? '')];
  // Of one claim its own figures say how many.
  const counts = contents.length === 1 ? [] : [count(contents.length, 'claim'), count(reports.length, 'report')];
  const parts = [...counts, ...span, `${String(checked)} of ${count(of, 'statement')} checked by a person`, `made ${describeMoment(at)} UTC with ${program}`]; // prettier-ignore
  return parts.map(escapeHtml).join(' <span class="dot">·</span> ');
}

function describeSpan(from: string, to: string): string {
  return from === to ? describeMoment(from) : `${describeMoment(from)} to ${describeMoment(to)}`;
}

function writeContents(contents: readonly Entry[]): string {
  const items = contents.map(({ text, reports, origins, checked, of }, i) => {
    const facts = [
      count(reports, 'report'),
      count(origins, 'known origin'),
      `${String(checked)} of ${String(of)} checked`,
    ];
    return `<li><a href="#c${String(i + 1)}" dir="auto">${escapeHtml(cutWords(text))}</a> <span class="facts">${facts.join(' · ')}</span></li>`;
  });
  return `<nav class="contents" aria-label="Claims">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>\n`;
}

function closePage(material: Material, copies: Copies): string {
  return `<section class="annex" aria-labelledby="copies">
<h2 id="copies">Saved copies</h2>
<p class="hint">The bytes of each page as they were saved, and the text that was read in them. Who has the file can hash it and compare.</p>
<ol class="copies">
${copies.list().map(describeCopy).join('\n')}
</ol>
</section>
${INSTRUMENT}
<section class="annex" aria-labelledby="instrument">
<h2 id="instrument">The instrument</h2>
${describeInstrument(material, copies)}
</section>
${closeSelfContained(`Made with ${material.program}, on the machine of whoever sent it.`)}`;
}

function describeCopy({ url, outlet, title, published, capture, text, versions }: ExportedReport, i: number): string {
  const when = capture.captured === null ? `time of saving not known; in the ledger since ${describeMoment(capture.added)} UTC` : `saved ${describeMoment(capture.captured)}`; // prettier-ignore
  const facts = [outlet, published === null ? 'not dated' : describeMoment(published), when, ...(versions > 1 ? [`newest of ${String(versions)} versions`] : [])]; // prettier-ignore
  return `<li id="s${String(i + 1)}" value="${String(i + 1)}">
<p class="title" dir="auto">${escapeHtml(makeOneLine(title ?? 'Untitled report'))}</p>
<p class="facts">${facts.flatMap((fact) => (fact === null ? [] : [escapeHtml(makeOneLine(fact))])).join(' · ')}</p>
<p class="address">${escapeHtml(makeOneLine(url ?? capture.from))}</p>
<p class="hash"><span>page</span> ${escapeHtml(capture.sha256)}</p>
<p class="hash"><span>text</span> ${escapeHtml(text)}</p>
</li>`;
}

/** Who read, by version and hash: with the same, the same pages give the same dossier. */
function describeInstrument({ program, at, asked }: Material, copies: Copies): string {
  const readers = new Map(copies.list().map(({ by }) => [JSON.stringify(by), by]));
  const rows = [...readers.values()].map(({ hearsay, network, rules }) => `<dt>Read by</dt><dd>Hearsay ${escapeHtml(hearsay)}<br><span class="hash"><span>network</span> ${escapeHtml(network)}</span><br><span class="hash"><span>rules</span> ${escapeHtml(rules)}</span></dd>`); // prettier-ignore
  const what = asked === null ? 'all claims that are listed' : `claims found by “${asked}”`;
  return `<dl class="instrument"><dt>Made by</dt><dd>${escapeHtml(`${program}, ${describeMoment(at)} UTC: ${what}`)}</dd>${rows.join('')}</dl>`;
}

function count(n: number, one: string): string {
  return `${String(n)} ${one}${n === 1 ? '' : 's'}`;
}
