import type { Entity } from '../../language/mentions.ts';
import { isInside, type Setting, type Told } from './setting.ts';

/**
 * Whether what is told names somebody as another than who tells it. Nobody says “Holm will lose” of himself, so that neither
 * "he" nor "the mayor" who says so is Holm; "She said that Holm had lost" is not told by Holm either. But "Holm lost, she
 * said" may be, and “Holm’s party will lose”. `near`: how far from its beginning what is told is looked through.
 */
export function isToldOf(
  { text, quotations }: Setting,
  { cue, content }: Told,
  { mentions }: Entity,
  near = NEAR,
): boolean {
  const [verb] = cue;
  const isFirst = (at: number): boolean => content.some(({ start }) => start <= at && at - start < near);
  const isOfAnother = (at: number): boolean => isFirst(at) && (isInside(at, quotations) || (verb !== undefined && verb.start < at)); // prettier-ignore
  return mentions.some(({ start, end, why }) => NAMING.test(why) && isInside(start, content) && isOfAnother(start) && !/^['’]s?\b/u.test(text.slice(end, end + 2))); // prettier-ignore
}

/** How far from its beginning what is told still speaks of its subject, in UTF-16 units; further on people name themselves. */
const NEAR = 60;
const NAMING = /name|acronym/u;
