import type { Block } from './block.ts';
import type { BodyHints } from './body-hints.ts';
import { parseDate } from './dates.ts';

/** Why a line is no part of a story, judged by its words. */
export type LineReason = 'caption' | 'credit' | 'read-more' | 'newsletter' | 'byline' | 'date-line' | 'comments' | 'link-list' | 'title' | 'advert' | 'empty-subhead' | 'repeat'; // prettier-ignore

/** Takes the lines that are no story out of a page's blocks, and reports each with its reason. */
export function judgeBlocks(
  blocks: readonly Block[],
  hints: BodyHints,
  report: (reason: LineReason, text: string) => void,
): Block[] {
  const title = fold(hints.title ?? '');
  const seen = new Set<string>();
  let offering = false;
  const judged = blocks.filter((block) => {
    const isRepeat = block.text.length >= 60 && seen.has(block.text);
    seen.add(block.text);
    // What a subscription brings is a list below its offer: it ends with the list.
    offering = OFFER.test(block.text) || (offering && (block.item || block.text.length < 60));
    const reason = isRepeat ? 'repeat' : offering ? 'newsletter' : judgeBlock(block, title, hints);
    if (reason !== null) report(reason, block.text);
    return reason === null;
  });
  return dropLastSubheads(judged, report);
}

const OFFER =
  /^(?:this (?:content|article|story) is (?:reserved|exclusive|only available)[^.]{0,20} (?:for|to) (?:\w+ )?(?:subscribers|members)|subscribe (?:now|today) (?:to|for)\b|(?:register|sign in|create an account)[^.]{0,30}\bto (?:unlock|continue|read)\b)/iu;

function judgeBlock(block: Block, title: string, hints: BodyHints): LineReason | null {
  const folded = fold(block.text);
  if (folded === title && title !== '') return 'title';
  if (block.linkDensity > 0.75 && (block.item || block.text.length < 160) && !/[.!?]["”’]?$/u.test(block.text))
    return 'link-list';
  if (hints.authors.some((author) => folded === fold(author) || folded === `by ${fold(author)}`)) return 'byline';
  if (!block.heading && isDateOnly(block.text)) return 'date-line';
  return judgeLine(block.text);
}

// prettier-ignore
const LINES: readonly (readonly [LineReason, RegExp])[] = [
  ['read-more', /^(?:read (?:more|also|next|the full|our)|also read|related(?: (?:articles?|stories|content|topics|coverage))?:?$|related:|see also|more on this story|more:|read:|watch(?: more)?:|listen:|recommended(?: stories| reading)?:?$|continue reading|click here|lire aussi|à lire|voir aussi|lesen sie|mehr zum thema|auch interessant|zum thema|lees ook|lea también|leer más|te puede interesar|leggi anche|les også|läs (?:mer|också)|les mer|czytaj (?:też|także|więcej)|číst také|leia (?:também|mais)|читайте также|читайте також|ayrıca oku)/iu],
  ['newsletter', /^(?:sign up (?:for|to|here|now)|subscribe (?:to|now|for|here)|get (?:the latest|our|all the latest|more)[^.]{0,60}(?:newsletter|inbox|app|alerts)|newsletter\b|download (?:the|our) app|join our|follow (?:us|our|the \w+ on)|for more (?:stories|news|from)[^.]{0,60}(?:,|follow|visit|click|check)|thank you for (?:taking the time|reading|your)|stay (?:informed|up to date|updated)|support (?:our|independent) (?:journalism|work|reporting|newsroom)|want more stories|abonnieren sie|melden sie sich|folgen sie uns|inscrivez-vous|suscríbete|iscriviti)/iu],
  ['credit', /^(?:(?:photo|image|picture|pic|credit|credits|source|foto|fotos|photograph|photos|bild|quelle|crédit|fuente|illustration|video|graphic|getty|copyright)s?(?: (?:by|credit|courtesy|source))?\s*[:©/]|©|\(c\) )/iu],
  ['advert', /^(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|reklame?|annonce|reklama|article continues (?:below|after)|story continues (?:below|after)|scroll to continue|recommended videos)\.?$/iu],
  ['comments', /^(?:(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|post a comment|view comments|show comments|have your say|kommentare|kommentieren|what do you think\?)[.:]?$/iu],
  ['byline', /^(?:(?:[Bb]y|BY) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Noon|Then|Now|Contrast|Law|Comparison)\p{Lu}[\p{L}.'’-]+(?: (?:and|de|van|von|al|&|\p{Lu}[\p{L}.'’-]*)){1,7}(?:,? (?:in|for|at|of)? ?\p{Lu}[^.,]{0,50})?|(?:[Ww]ritten|WRITTEN) (?:by|BY)(?: \p{Lu}[^.]{0,50})?:?|[Vv]on \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}|\(?(?:[Rr]eporting|[Aa]dditional reporting|[Ee]diting|[Ww]riting) by .{1,160})$/u],
  ['date-line', /^(?:(?:first )?(?:published|updated|posted|last updated|last modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|pubblicato)(?: (?:on|at|le|am|il|el))?:? (?=.*\d)[\p{L}\d:.,|·–/ -]{4,60}|\d+ (?:minutes?|hours?|days?|min|mins) (?:ago|read))$/iu],
]; // prettier-ignore

/** Why this line is no story, by its words alone, or null. Long lines are prose whatever they begin with. */
export function judgeLine(text: string): LineReason | null {
  if (text.length > 400) return null;
  for (const [reason, pattern] of LINES) {
    if (pattern.test(text) && (text.length < 200 || reason === 'read-more' || reason === 'newsletter')) return reason;
  }
  return null;
}

/** Subheads with no story after them: what they headed is gone. */
function dropLastSubheads(blocks: readonly Block[], report: (reason: LineReason, text: string) => void): Block[] {
  const last = blocks.findLastIndex((block) => !block.heading);
  for (const block of blocks.slice(last + 1)) report('empty-subhead', block.text);
  return blocks.slice(0, last + 1);
}

/** “6 May 2031 · 19:40”: a date and at most two words beside it. */
function isDateOnly(text: string): boolean {
  return text.length <= 48 && fold(text).split(' ').length <= 8 && !/[.!?]$/u.test(text) && parseDate(text) !== null;
}

/** Letters and figures only, in lower case: for comparing lines that differ in dress. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
