/**
 * What the linker learns from: npx tsx train/linker/examples.ts links|triples TAGGED.jsonl OUT.jsonl [LINKER.json]
 * `links`: each choice with its options' feature names and the right one. `triples`: each assembled triple's feature names,
 * and whether it is exactly right and whether all its parts overlap a reader's.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readTagged, tagDocument, type TaggedArticle } from './tagged.ts';
import { isAlike, isSame } from '../../evals/triples/score.ts';
import type { Marked } from '../../evals/triples/polnear.ts';
import { overlaps } from '../../src/base/span.ts';
import type { TaggedText } from '../../src/language/document.ts';
import type { Role } from '../../src/language/spans.ts';
import { assembleAttributions } from '../../src/reading/assemble/attributions.ts';
import { listChoices, type Choice } from '../../src/reading/assemble/choice.ts';
import { layOut, type Placed } from '../../src/reading/assemble/layout.ts';
import { loadLinker } from '../../src/reading/assemble/linker.ts';

const [kind, tagged = '', out = '', linkerFile] = process.argv.slice(2);
const lines: string[] = [];
for (const article of readTagged(tagged)) {
  for (const { marked } of article.files) {
    if (kind === 'links') {
      // Gold spans teach the ties; the network's own teach what its slips look like.
      for (const document of [tagDocument(article), tagDocument(article, marked)]) listLinks(article, document, marked);
    } else listTriples(article, marked);
  }
}
writeFileSync(out, lines.join('\n') + '\n');

function listLinks(article: TaggedArticle, document: TaggedText, marked: readonly Marked[]): void {
  const { sources, contents } = listChoices(layOut(document));
  for (const choice of sources) addChoice(article.id, choice, 'cue', 'source', marked);
  for (const choice of contents) addChoice(article.id, choice, 'content', 'cue', marked);
}

/** Choices whose anchor no reader marked teach nothing about ties, and are passed over. */
function addChoice(id: string, choice: Choice, anchor: Role, role: Role, marked: readonly Marked[]): void {
  const own = marked.filter((one) => touches(one, anchor, choice.anchor));
  if (own.length === 0) return;
  const right = choice.candidates.findIndex(({ other }) => own.some((one) => touches(one, role, other)));
  lines.push(JSON.stringify({ id, right: right + 1, options: [choice.none, ...choice.candidates.map((c) => c.names)] }));
}

function touches(one: Marked, role: Role, placed: Placed): boolean {
  return one[role].some((range) => overlaps(range, placed.span));
}

function listTriples(article: TaggedArticle, marked: readonly Marked[]): void {
  const linker = loadLinker(linkerFile === undefined ? undefined : pathToFileURL(linkerFile));
  for (const triple of assembleAttributions(tagDocument(article), linker, 0).triples) {
    if (triple.features.includes('outer') || triple.cue.length === 0) continue;
    lines.push(
      JSON.stringify({
        id: article.id,
        names: triple.features,
        exact: marked.some((one) => isSame(one, triple)),
        overlap: marked.some((one) => isAlike(one, triple)),
      }),
    );
  }
}
