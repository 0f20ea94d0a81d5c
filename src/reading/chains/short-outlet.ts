import type { Range } from '../../language/spans.ts';
import type { Outlet } from '../../language/outlets.ts';
import { outletsIn } from './cited-outlets.ts';
import type { Setting } from './setting.ts';

/** "the Post", "The Times": names that many papers share. */
const SHORT = /^[Tt]he (Post|Times|Journal|Herald|Globe|Star|Sun|News|Tribune|Register|Examiner|Telegraph|Mail|Monitor|Inquirer|Chronicle|Standard|Express|Mirror|Record|Review|Courier|Gazette|Observer|Dispatch)$/u; // prettier-ignore
/** How far back the paper's whole name is looked for, in UTF-16 units. */
const BACK = 8000;

/** The paper that a short name means: the last before whose own name ends so, else the report's own; null for other words. */
export function spellOut({ text, article }: Setting, { start, end }: Range): Outlet | null {
  const word = SHORT.exec(text.slice(start, end).replace(/['’]s?$/u, ''))?.[1];
  if (word === undefined) return null;
  const fits = (name: string): boolean => name.endsWith(` ${word}`) && name !== `The ${word}`;
  const before = outletsIn(text, { start: Math.max(0, start - BACK), end: start }).findLast(({ outlet }) => fits(outlet.name)); // prettier-ignore
  if (before) return before.outlet;
  const own = article.outlet ?? '';
  return { name: fits(own) ? own : `The ${word}`, kind: 'outlet' };
}
