import type { News } from '../../../ledger/following/follows.ts';
import { cutWords } from '../../format/cut-words.ts';
import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';
import { claimPath, Moment, Outside } from './words.tsx';

/** What kinds of news there are, as in “once a report brings …”. */
export const NEWS_LABELS: Readonly<Record<News['kind'], string>> = {
  claim: 'a new claim',
  origin: 'a new origin',
  denial: 'a denial',
  outcome: 'an outcome',
  correction: 'a correction',
};

/** One piece of news: what of which claim, in which report, since when it is known here. */
export function NewsItem({ desk, news: { id, kind, claim, what, report, at, follow, seen } }: { desk: Desk; news: News }) {
  return (
    <li data-item class={seen ? undefined : 'fresh'}>
      <p class="head-row">
        <span>
          <span class={`tag news-${kind}`}>{NEWS_LABELS[kind].replace(/^an? /u, '')}</span>{' '}
          {seen ? null : <span class="tag new">new</span>}
        </span>
        <span class="faint small">
          seen here <Moment at={at.slice(0, 16)} /> UTC
        </span>
      </p>
      <h3>
        <a href={claimPath(claim.id)} dir="auto">
          {cutWords(claim.text)}
        </a>
      </h3>
      <p dir="auto">{what}.</p>
      <div class="head-row">
        <p class="faint small" dir="auto">
          {report?.url == null ? (report?.title ?? '') : <Outside href={report.url}>{report.title ?? report.url}</Outside>}
          {report === null ? '' : ' · '}followed as “{follow.name}”
        </p>
        {seen ? null : (
          <Post desk={desk} action="/following/seen" fields={{ id }} role="reader">
            <button class="plain small">
              Seen<span class="unseen">: {what}</span>
            </button>
          </Post>
        )}
      </div>
    </li>
  );
} // prettier-ignore
