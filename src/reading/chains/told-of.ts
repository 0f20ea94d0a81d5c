import type { Entity } from '../../language/mentions.ts';
import { isInside, type Setting, type Told } from './setting.ts';

/**
 * Whether what is told names somebody as another than who tells it. Nobody says “Holm will lose” of himself, so that neither
 * "he" nor "the mayor" who says so is Holm; "She said that Holm had lost" is not told by Holm either. But "Holm lost, she
 * said" may be, and “Holm’s party will lose”. `near`: how far from its beginning what is told is looked through.
 */
export function isToldOf(setting: Setting, told: Told, { mentions }: Entity, near = NEAR): boolean {
  const { text, quotations } = setting;
  const [verb] = told.cue;
  const content = contentsOf(setting, told);
  const isMany = /^they$/iu.test(text.slice(told.source[0]?.start, told.source[0]?.end));
  const isFirst = (at: number): boolean => content.some(({ start }) => start <= at && at - start < near);
  const isOfAnother = (at: number): boolean => isFirst(at) && (isMany || isInside(at, quotations) || (verb !== undefined && verb.start < at)); // prettier-ignore
  return mentions.some(({ start, end, why }) => NAMING.test(why) && isInside(start, content) && isOfAnother(start) && !/^['’]s?\b/u.test(text.slice(end, end + 2))); // prettier-ignore
}

/** What one source tells by all of its verbs: “Holm lost,” the mayor said, going on to blame him. */
function contentsOf({ tellings }: Setting, { source, content }: Told): Told['content'] {
  const [first] = source;
  if (!first) return content;
  return [...content, ...tellings.filter((one) => one.source[0]?.start === first.start).flatMap((one) => one.content)];
}

/** How far from its beginning what is told still speaks of its subject, in UTF-16 units; further on people name themselves. */
const NEAR = 60;
const NAMING = /name|acronym/u;
