import type { Claim, ClaimAppearance } from '../../ledger/claim.ts';
import { escapeJson } from '../format/harmless.ts';
import { openCodePoints } from './code-points.ts';
import type { Material } from './material.ts';

/** Characters before and after a quotation, so that it is found again where its words stand twice. */
const AROUND = 32;

/**
 * W3C Web Annotation: a collection with one page, an annotation for each appearance and each denial. Positions are code
 * points in the story's text; the quotation finds the place in the page itself.
 * https://www.w3.org/TR/annotation-model/
 */
export async function* writeAnnotations(material: Material): AsyncGenerator<string> {
  const name = `urn:hearsay:annotations:${material.at}`;
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: name,
    type: 'AnnotationCollection',
    label: material.asked === null ? 'Claims of a ledger' : `Claims: ${material.asked}`,
  };
  yield escapeJson(JSON.stringify(head)).slice(0, -1);
  yield `,"first":${JSON.stringify({ id: `${name}:1`, type: 'AnnotationPage', startIndex: 0 }).slice(0, -1)},"items":[`;
  let total = 0;
  for await (const claim of material.claims()) {
    const places = [...claim.appearances.map((one) => ({ one, strength: null })), ...claim.denials.map(({ appearance, strength }) => ({ one: appearance, strength }))]; // prettier-ignore
    for (const { one, strength } of places) {
      const annotation = await describeAnnotation(material, claim, one, strength);
      yield `${total++ === 0 ? '' : ','}\n${escapeJson(JSON.stringify(annotation))}`;
    }
  }
  yield `\n]},"total":${String(total)}}\n`;
}

async function describeAnnotation(
  material: Material,
  claim: Claim,
  one: ClaimAppearance,
  strength: string | null,
): Promise<object> {
  const { checked, chain, lineage, setAside } = one;
  const tags = [strength ?? one.polarity, one.certainty.level, lineage, checked === null ? 'unchecked' : 'checked', ...(setAside ? ['set aside'] : []), ...(one.addedBy === undefined ? [] : ['added by a person'])]; // prettier-ignore
  return {
    id: `urn:hearsay:annotation:${claim.id}:${one.id}`,
    type: 'Annotation',
    motivation: strength === null ? 'identifying' : 'assessing',
    ...(checked === null ? {} : { creator: { type: 'Person', name: checked.by }, created: checked.at }),
    generator: { id: `urn:${material.program.replace(' ', ':')}`, type: 'Software', name: material.program },
    generated: material.at,
    body: [
      { type: 'SpecificResource', source: `urn:hearsay:claim:${claim.id}`, purpose: 'identifying' },
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: claim.text },
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: chain.map(({ name }) => name).join(' ← ') }, // prettier-ignore
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ],
    target: await describeTargets(material, one),
  };
}

/** Each piece of a discontinuous appearance is a target of its own. */
async function describeTargets(material: Material, { report, in: part, content }: ClaimAppearance): Promise<object[]> {
  const text = (await material.words(report.key))[part];
  const count = openCodePoints(text);
  const captured = material.held(report.key)?.capture.captured ?? null;
  return content.map(({ start, end, text: exact }) => ({
    type: 'SpecificResource',
    source: report.url ?? `urn:sha256:${report.version}`,
    // The place is counted in what Hearsay made of the page, which is what this property is for.
    renderedVia: {
      type: 'Software',
      name: `${material.program}: ${part === 'title' ? 'the title' : `the text with sha256 ${report.version}`}`,
    },
    ...(captured === null ? {} : { state: { type: 'TimeState', sourceDate: captured } }),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: cutBefore(text, start), suffix: cutAfter(text, end) },
      { type: 'TextPositionSelector', start: count(start), end: count(end) },
    ],
  }));
}

/** Never half a surrogate pair. */
export function cutBefore(text: string, offset: number, length = AROUND): string {
  return text.slice(Math.max(0, offset - length), offset).replace(/^[\uDC00-\uDFFF]/u, '');
}

export function cutAfter(text: string, offset: number, length = AROUND): string {
  return text.slice(offset, offset + length).replace(/[\uD800-\uDBFF]$/u, '');
}
