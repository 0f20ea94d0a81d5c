import { makeSpan, overlaps } from '../../base/span.ts';
import { findOutletNamed, nameOfHost } from '../../language/outlets.ts';
import type { Link } from '../../page/article.ts';
import type { ChainLink } from '../reading.ts';
import type { Setting, Told } from './setting.ts';

const SOCIAL = /^(?:twitter|x|facebook|instagram|tiktok|t|truthsocial|threads|reddit|youtube|telegram|linkedin|vk|weibo|bsky|mastodon)\.(?:com|me|net|co|org|app|social)$/u; // prettier-ignore
/** Hosts and files that are papers rather than outlets. */
const PAPERS =
  /\.(?:pdf|docx?|xlsx?)(?:$|\?)|^https?:\/\/[^/]*\b(?:documentcloud|scribd|courtlistener|pacer|sec|arxiv|doi|ssrn|pubmed|ncbi|congress|govinfo|legislation|europa|wikileaks)\.|^https?:\/\/[^/]*\.(?:gov|mil|gouv)(?:\.[a-z]{2})?(?:[/:]|$)/iu;
const NEWSY = /news|times|post|herald|tribune|journal|gazette|daily|press|observer|chronicle|telegraph|zeitung|radio|tv|media|magazine/u; // prettier-ignore
/** Pages about a thing and not of what is told: topics, tags, profiles, searches, encyclopedias. */
const ABOUT = /\/(?:tag|tags|topic|topics|author|authors|profile|search|category|people|quote|stocks?|symbol)s?\/|wikipedia\.org|google\.com|amazon\.com/iu; // prettier-ignore

/**
 * The page elsewhere that the report links to from its words of telling, or from what is told: another outlet, a document
 * or a post. From a content only a known outlet or a document counts where somebody is named: other links there explain.
 */
export function findLinkedPage(setting: Setting, told: Told): ChainLink | null {
  const { text, links } = setting;
  const touches = (link: Link, parts: Told['cue']): boolean => parts.some((part) => overlaps(part, link));
  const cue = links.find((link) => touches(link, told.cue) && pageOf(setting, link) !== null);
  const content = links.find((link) => touches(link, told.content) && isTelling(setting, told, link));
  const link = cue ?? content;
  const page = link ? pageOf(setting, link) : null;
  if (!link || !page) return null;
  return { ...page, how: 'link', entity: null, mention: makeSpan(text, link.start, link.end) };
}

function isTelling(setting: Setting, told: Told, link: Link): boolean {
  const page = pageOf(setting, link);
  if (!page) return false;
  if (told.source.length === 0) return true;
  return /\s/u.test(link.text.trim()) && (page.kind === 'document' || findOutletNamed(page.name) !== null);
}

function pageOf({ article }: Setting, { href, text }: Link): Pick<ChainLink, 'name' | 'kind'> | null {
  if (!/^https?:/iu.test(href) || ABOUT.test(href)) return null;
  const name = nameOfHost(href);
  if (name === null) return null;
  const own = article.url === null ? null : nameOfHost(article.url);
  const outlet = article.outlet === null ? null : findOutletNamed(article.outlet);
  if (name === own || (article.outlet !== null && name.toLowerCase() === article.outlet.toLowerCase())) return null;
  const known = findOutletNamed(name);
  if (known !== null && known === outlet) return null;
  if (known !== null) return { name, kind: known.kind };
  if (PAPERS.test(href)) return { name: text.trim() === '' ? name : text.trim(), kind: 'document' };
  if (SOCIAL.test(name)) return { name, kind: 'social' };
  return { name, kind: NEWSY.test(name) ? 'outlet' : 'unknown' };
}
