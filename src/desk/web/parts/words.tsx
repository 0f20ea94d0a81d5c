import type { Child } from 'hono/jsx';
import { describeMoment } from '../../format/moment.ts';
import { countLines, type JobLine } from '../jobs/order.ts';

/** “1 report”, “3 reports” */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** “3 reports, 1 failed” */
export function tellLines(lines: readonly JobLine[]): string {
  const { reports, failed } = countLines(lines);
  return `${plural(reports, 'report')}${failed > 0 ? `, ${String(failed)} failed` : ''}`;
}

/** A date for people, with the one for programs. */
export function Moment({ at }: { at: string | null }) {
  if (at === null) return <span class="faint">undated</span>;
  return /^\d{4}-\d\d(-\d\d(T.*)?)?$/u.test(at) ? (
    <time datetime={at}>{describeMoment(at)}</time>
  ) : (
    <span>{describeMoment(at)}</span>
  );
}

/** A web address as a link; any other (`javascript:`) stays words. It opens outside the desk. */
export function Outside({ href, children }: { href: string | null; children: Child }) {
  if (href === null || !/^https?:\/\//iu.test(href)) return <span>{children}</span>;
  return (
    <a class="outside" href={href} rel="noopener noreferrer nofollow external" target="_blank">
      {children}
      <span class="unseen"> (opens the page on the web)</span>
    </a>
  );
}

/** What a page says where it has nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

export function claimPath(id: string): string {
  return `/claims/${encodeURIComponent(id.slice(0, 16))}`;
}

/** The report in which an appearance stands, at its place. */
export function placePath(appearance: string): string {
  return `/report?at=${encodeURIComponent(appearance)}#here`;
}

/** The same, to be corrected there. */
export function correctPath(appearance: string): string {
  return `/report?at=${encodeURIComponent(appearance)}&correct=yes#correct`;
}

export function reportPath(key: string): string {
  return `/report?key=${encodeURIComponent(key)}`;
}

export function sourcePath(name: string): string {
  return `/source?name=${encodeURIComponent(name)}`;
}

/** A source by its id: of two of one name the one that is meant. */
export function sourceIdPath(id: string): string {
  return `/source?id=${encodeURIComponent(id.startsWith('outlet:') ? id : id.slice(0, 16))}`;
}
