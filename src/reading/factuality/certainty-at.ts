import type { Document } from '../../language/document.ts';
import type { Range } from '../../language/spans.ts';
import { tagWords, type TaggedWord } from '../../language/parts-of-speech.ts';
import { readFeatureWeights } from '../feature-weights.ts';
import { scoreOutlook } from './head.ts';
import { readOutlook, type Outlook } from './outlook.ts';

/** One event as the rules see it, before the head. */
export interface EventOutlook {
  readonly outlook: Outlook;
  readonly kind: 'verb' | 'noun';
}

/**
 * How far the event at `span` is a fact by its own sentence: −3 it surely is not, 0 open, 3 it surely is. `span`: the word
 * that tells the event, UTF-16 offsets into `text`. "The firm plans to [open] a plant": about 2. Null where the span lies
 * in no sentence. A pure function of the text.
 */
export function certaintyAt(document: Pick<Document, 'text' | 'sentences'>, span: Range): number | null {
  const found = outlookAt(document, span);
  return found && scoreOutlook(readFeatureWeights('certainty'), found.outlook, found.kind);
}

/** What stands behind a score of `certaintyAt`. */
export function outlookAt({ text, sentences }: Pick<Document, 'text' | 'sentences'>, span: Range): EventOutlook | null {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end);
  if (!sentence) return null;
  const words = tagWords(text.slice(sentence.start, sentence.end), sentence.start);
  const at = headOf(words, span);
  const pos = words[at]?.pos;
  return pos === undefined
    ? null
    : { outlook: readOutlook(words, at), kind: pos === 'VERB' || pos === 'AUX' ? 'verb' : 'noun' };
}

/** Of "bail out" the verb, of "credit crunch" the last noun. */
function headOf(words: readonly TaggedWord[], span: Range): number {
  const first = words.findIndex((word) => word.end > span.start);
  if (words[first]?.pos === 'VERB') return first;
  let last = first;
  while (last + 1 < words.length && (words[last + 1]?.start ?? Infinity) < span.end) last++;
  const verb = words.slice(first, last + 1).findIndex((word) => word.pos === 'VERB');
  return verb >= 0 ? first + verb : words[last]?.pos === 'NOUN' ? last : first;
}
