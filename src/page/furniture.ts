import { type PageElement, readNames } from './tree.ts';

/** Why an element is no part of a story, judged by its tag and attributes alone. */
export type FurnitureReason =
  | 'hidden'
  | 'consent'
  | 'navigation'
  | 'aside'
  | 'caption'
  | 'form'
  | 'media'
  | 'related'
  | 'newsletter'
  | 'byline'
  | 'comments'
  | 'advert'
  | 'sharing'
  | 'tags';

/** Elements that never hold a reader's words. */
// prettier-ignore
export const SILENT_TAGS = new Set([
  'script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'embed', 'select', 'textarea', 'input', 'title',
  'link', 'meta', 'canvas', 'audio', 'video', 'picture', 'img', 'map', 'math', 'amp-ad', 'amp-img', 'amp-video', 'amp-iframe',
  'amp-social-share', 'amp-analytics', 'amp-embed', 'amp-consent',
]);

const TAGS: Readonly<Record<string, FurnitureReason>> = {
  nav: 'navigation',
  footer: 'navigation',
  menu: 'navigation',
  aside: 'aside',
  figcaption: 'caption',
  figure: 'caption',
  button: 'form',
  dialog: 'form',
  fieldset: 'form',
};

const ROLES: Readonly<Record<string, FurnitureReason>> = {
  navigation: 'navigation',
  banner: 'navigation',
  contentinfo: 'navigation',
  menu: 'navigation',
  search: 'form',
  dialog: 'form',
  alertdialog: 'form',
  complementary: 'aside',
};

interface NameRule {
  readonly reason: FurnitureReason;
  /** Weak names also stand around stories: they count only where the element holds little prose. */
  readonly weak: boolean;
  readonly words: RegExp;
}

function rule(reason: FurnitureReason, strength: 'strong' | 'weak', words: string): NameRule {
  return { reason, weak: strength === 'weak', words: new RegExp(` (?:${words})(?= )`, 'u') };
}

// Words in class, id and the like, each as the page's author wrote it between dashes, underscores or capitals.
// prettier-ignore
const NAMES: readonly NameRule[] = [
  rule('hidden', 'weak', 'visually hidden|sr only|screen reader text|visuallyhidden|skip link|skip to|print only'),
  rule('caption', 'strong', 'captions?|figcaption|credits?|bildunterschrift|bildtext|photo credit|image credit|media info|gallery|slideshow|carousel'),
  rule('caption', 'weak', 'image|imagen|img|photos?|pictures?|legend|copyright|media'),
  rule('media', 'weak', 'video|player|audio|podcast|jwplayer|embed|tweet|instagram|tiktok|youtube|infographic|chart|datawrapper'),
  rule('newsletter', 'strong', 'newsletters?|mailing list|email form|email signup'),
  rule('newsletter', 'weak', 'subscribe|subscription|subscriber|signup|sign up|paywall|piano|regwall|abo|donate|donation|membership|register|login|upsell|cta|push'),
  rule('related', 'strong', 'related|recirc|recirculation|recommended|recommendations?|most read|mostread|most popular|trending|read more|readmore|read next|readnext|read also|more from|more stories|see also|also read|outbrain|taboola|lire aussi|further reading|relacionad[oa]s?'),
  rule('related', 'weak', 'popular|more on|teasers?|promo|promos|weiterlesen|next article|onward|latest|sidebar|side bar|widget|linklist|link list|article list|suggested|similar|inline article|crosslink|backlinks?'),
  rule('byline', 'weak', 'bylines?|authors?|autor|autoren|auteur|writer|dateline|timestamp|publish(?:ed)? (?:date|time)|pubdate|last updated|article meta|meta info|author bio|about the author|contributors?|reading time'),
  rule('comments', 'strong', 'comments|comment list|comment section|commenting|disqus|kommentare|commentaires|comentarios'),
  rule('comments', 'weak', 'comment|coral|kommentar'),
  rule('advert', 'weak', 'ad|ads|advert|adverts|advertisement|advertising|anzeige|sponsored|sponsors?|werbung|dfp|gpt|ad slot|adslot|affiliate|commercial|disclaimer'),
  rule('sharing', 'weak', 'share|sharing|socials?|share bar|sharebar|sharetools|addthis|follow us|toolbar|tools|whatsapp|bookmark|feedback|rating'),
  rule('tags', 'weak', 'tags|taglist|tag list|tag links|topics?|topic list|keywords|breadcrumbs?|categories|category|eyebrow|kicker label|schlagworte|themen'),
  rule('navigation', 'weak', 'nav|navbar|navigation|menu|footer|masthead|site header|page header|modal|popup|overlay|pagination|pager|toc|table of contents|inhaltsverzeichnis'),
];

const CONSENT =
  / (?:cookies?|consent|gdpr|onetrust|ot sdk|optanon|ccpa|didomi|usercentrics|sp message|cmp|qc cmp2)(?= )/u;
// A class that says "this is the story", whatever else stands beside it.
const STORY =
  / (?:(?:article|story|post|entry|news|content) ?(?:body|content|text|paragraph|copy)|rich ?text|body ?text|bodytext|paragraph|articlebody|wysiwyg)(?= )/u;
const WEAK_PROSE = 400;
// An element whose name looks like furniture but that holds this share of the page's prose is the story.
const GUARD = 0.3;

/** Why the element is left out, given how many letters of prose it holds and how many the story holds; null keeps it. */
export function chooseRemoval(element: PageElement, prose: number, whole: number): FurnitureReason | null {
  const { attributes, tag } = element;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === '#page') return null;
  const names = spreadNames(readNames(element));
  if (CONSENT.test(names) && !STORY.test(names)) return 'consent';
  if (prose > whole * GUARD && prose > 0) return null;
  const isHidden = attributes.has('hidden') || attributes.get('aria-hidden') === 'true';
  // A paragraph that is hidden among shown ones waits for a script or a subscription: it is the story's.
  if ((isHidden || HIDDEN.test(attributes.get('style') ?? '')) && prose < WEAK_PROSE && tag !== 'p') return 'hidden';
  const byTag = TAGS[tag] ?? ROLES[attributes.get('role') ?? ''];
  if (byTag !== undefined) return byTag;
  if (names.length < 3 || STORY.test(names)) return null;
  return NAMES.find(({ weak, words }) => words.test(names) && !(weak && prose > WEAK_PROSE))?.reason ?? null;
}

const HIDDEN = /display:\s*none|visibility:\s*hidden/iu;

/** `articleBody__read-more` as ` article body read more `. */
export function spreadNames(names: string): string {
  // Utility classes (`print:hidden`, `[.floated_&]:mt-0`) say how it looks, never what it is.
  const own = names.replace(/\S*[:[\]]\S*/gu, '');
  const words = own.replace(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase();
  return ` ${words.replace(/[^a-z0-9\u00c0-\u024f]+/gu, ' ').trim()} `;
}
