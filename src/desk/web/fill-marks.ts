import type { Follow } from '../../ledger/following/follows.ts';
import { escapeHtml } from '../format/html.ts';
import type { Marks } from './own-marks.ts';

/** What a page shows of the viewer's own. */
export interface Own {
  readonly csrf: string;
  readonly name: string;
  /** News that they have not seen. */
  readonly news: number;
  readonly follows: readonly Pick<Follow, 'id' | 'kind' | 'target'>[];
}

/** A page with what is the viewer's own in place of its marks. */
export function fillMarks(page: string, marks: Marks, { csrf, name, news, follows }: Own): string {
  return chooseFollows(page, marks, follows)
    .replaceAll(marks.csrf, csrf)
    .replaceAll(marks.name, escapeHtml(name))
    .replaceAll(marks.news, news === 0 ? '' : ` <span class="count" title="not seen yet">${news > 99 ? '99+' : String(news)}</span>`); // prettier-ignore
}

/** Between the marks stand, again and again: page, key, what is shown where it is not followed, and where it is. */
function chooseFollows(page: string, marks: Marks, follows: Own['follows']): string {
  const pieces = page.split(marks.follow);
  let chosen = pieces[0] ?? '';
  for (let i = 1; i + 3 < pieces.length; i += 4) {
    const [key = '', no = '', yes = '', rest = ''] = pieces.slice(i, i + 4);
    const [kind, ...targets] = key.split(' ');
    const held = follows.find((one) => one.kind === kind && targets.includes(one.target));
    chosen += (held === undefined ? no : yes.replaceAll(marks.followed, held.id)) + rest;
  }
  return chosen;
}
