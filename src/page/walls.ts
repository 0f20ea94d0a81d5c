import { HearsayError } from '../base/error.ts';
import { type LdThing } from './json-ld.ts';
import { listElements, type PageElement, readNames, readText } from './tree.ts';

export type Wall = 'consent-wall' | 'login' | 'paywall' | 'browser-check';

/** What is known of a page when it is asked whether a wall stands where the story should. */
export interface WallFacts {
  readonly root: PageElement;
  readonly things: readonly LdThing[];
  readonly pageTitle: string;
  /** The text taken for the story, which on a wall is the wall's own words. */
  readonly story: string;
  /** The page has an article's metadata: a headline with a date or a type. */
  readonly isArticle: boolean;
}

// The longest text that a wall shows: measured on pages that hold a story, the shortest of which runs to 600 letters.
const WALL_LENGTH = 2_500;
// A teaser before a paywall runs to a few paragraphs; above this the story is there.
const TEASER_LENGTH = 2_600;

// prettier-ignore
const CHECK_TITLE = /^(?:just a moment|one moment|attention required|checking (?:your|if)|are you (?:a )?(?:robot|human)|access (?:to this page has been )?denied|please (?:wait|verify)|verify(?:ing)? (?:you|that)|security (?:check|verification)|ddos[- ]guard|human verification|robot or human|pardon our interruption|bot (?:check|verification)|captcha)/iu;
const CHECK_TEXT =
  /checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|confirm (?:that )?you are (?:a )?human|needs to review the security of your connection|enable (?:javascript|js) and (?:cookies to continue|disable any ad ?blocker)|unusual (?:traffic|activity) from your|(?:not|aren['’]t) a robot|browser (?:does not|doesn['’]t) support javascript|ddos protection by|ray id:|complete the security check|press (?:&|and) hold/iu;
const CONSENT_TITLE =
  /^(?:before you continue|your privacy|we (?:value|care about) your privacy|cookie(?:s| consent| settings| policy)?|privacy (?:settings|consent|gate|choices)|consent|data protection|datenschutz|zustimmung|einwilligung|privacy-?instellingen|(?:[\w .-]{1,30} )?cookies? ?(?:consent|wall))/iu;
const CONSENT_WORDS =
  /\b(?:cookies?|consent|privacy|partners?|personal(?:i[sz]ed)? (?:data|ads?|advertising|content)|legitimate interest|accept all|reject all|vendors?|tracking|datenschutz|einwilligung|zustimmen|akzeptieren|werbung|confidentialité|consentement|privacidad|toestemming)\b/giu;
// What a wall says to its reader, and a report about cookies does not.
const CONSENT_ASKS =
  /\b(?:accept all|reject all|i accept|agree and|manage (?:my|your|cookie|preferences|options|choices|settings)|we and our|our partners|your (?:consent|choices|privacy|device)|click (?:accept|agree|reject)|akzeptieren|ablehnen|ihrer? (?:zustimmung|einwilligung)|accepter|refuser|aceptar|rechazar|accetta|rifiuta|accepteren|weigeren)\b/iu;
const LOGIN_TITLE =
  /^(?:log ?in|sign ?in|sign in to|log in to|login|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|accedi|inloggen|logga in|logg inn?)\b/iu;
const LOGIN_TEXT =
  /\b(?:log ?in|sign ?in|please (?:log|sign) in|forgot(?:ten)? (?:your )?password|password|passwort|mot de passe|contraseña)\b/iu;
const PAY_PROMPT =
  /subscribe (?:now )?(?:to|and) (?:continue|keep|unlock|read|get (?:full|unlimited) access|access)|to (?:continue|keep) reading(?: (?:this|the) (?:article|story))?,? (?:please )?(?:subscribe|log|sign|become|register|create|start)|(?:this|the (?:full|rest of (?:this|the))) (?:article|story|content|text) is (?:reserved |only |available |exclusively )*(?:for|to) (?:paying |premium |our |registered )*(?:subscribers|members)|(?:subscriber|member|premium)[- ]only (?:article|story|content)|exclusive (?:to|for) (?:our )?(?:subscribers|members)|unlock (?:this|the (?:full|rest))[^.]{0,20}(?:article|story)?|already a (?:subscriber|member)\??|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the)[^.]{0,40}(?:articles?|limit)|continue reading (?:this article )?with a|start (?:your )?(?:free )?trial|weiterlesen mit|jetzt (?:weiterlesen|abonnieren|freischalten)|lesen sie (?:diesen artikel|weiter) mit|nur für abonnenten|mit (?:dem )?(?:plus-)?abo (?:lesen|weiterlesen)|réservé aux abonnés|(?:il vous )?reste \d+ ?% de cet article|para suscriptores|suscríbete para (?:seguir|leer|continuar)|solo per (?:gli )?abbonati|alleen voor abonnees/iu;

/** The wall that stands where the story should, or null. */
export function findWall(facts: WallFacts): Wall | null {
  const { pageTitle, story } = facts;
  const shown = readText(facts.root);
  if (story.length < WALL_LENGTH) {
    if (CHECK_TITLE.test(pageTitle) || (shown.length < 1_500 && CHECK_TEXT.test(shown))) return 'browser-check';
    if (isConsent(facts, shown)) return 'consent-wall';
    if (!facts.isArticle || story.length < 400) {
      const asksPassword = [...listElements(facts.root)].some(({ tag, attributes }) => tag === 'input' && attributes.get('type')?.toLowerCase() === 'password'); // prettier-ignore
      if (LOGIN_TITLE.test(pageTitle) || (asksPassword && story.length < 600 && LOGIN_TEXT.test(story))) return 'login';
    }
  }
  return isPaywalled(facts, shown) ? 'paywall' : null;
}

/** Most of what would be read is about cookies, or the page is called so. */
function isConsent({ pageTitle, story, isArticle }: WallFacts, shown: string): boolean {
  const text = story === '' ? shown.slice(0, 4_000) : story;
  const count = text.match(CONSENT_WORDS)?.length ?? 0;
  const words = text.split(/\s+/u).length;
  if (CONSENT_TITLE.test(pageTitle) && count >= 2) return !isArticle || count / words > 0.04;
  return count >= 5 && count / words > 0.05 && CONSENT_ASKS.test(shown) && (!isArticle || count / words > 0.08);
}

function isPaywalled({ root, things, story }: WallFacts, shown: string): boolean {
  if (story.length > TEASER_LENGTH) return false;
  const closed = things.some(({ isAccessibleForFree: free }) => free === false || /^false$/iu.test(String(free)));
  const prompt = PAY_PROMPT.test(shown);
  const words = Math.max(0, ...things.map(({ wordCount }) => (Number(wordCount) > 0 ? Number(wordCount) : 0)));
  const isCut = words > 0 && story.split(/\s+/u).length < words * 0.6;
  const breaksOff = /(?:…|\.\.\.|\[…\])$/u.test(story.trimEnd());
  if (closed && (prompt || isCut || breaksOff || hasPayBox(root))) return !hasWhole(words, story);
  if (!prompt || hasWhole(words, story)) return false;
  return isCut || breaksOff || asksAfter(shown, story) || (hasPayBox(root) && story.length < 1_200);
}

/** The first thing on the page after the story's last words is the offer to pay for more of it. */
function asksAfter(shown: string, story: string): boolean {
  const ending = story.slice(story.lastIndexOf('\n') + 1);
  // The offer may have been taken for the story's own last line.
  if (ending.length <= 250 && PAY_PROMPT.test(ending)) return true;
  const last = ending.slice(-60).trim();
  const at = last.length < 15 ? -1 : shown.lastIndexOf(last);
  return at >= 0 && PAY_PROMPT.test(shown.slice(at + last.length, at + last.length + 250));
}

/** The page says how many words its story has, and they are all here. */
function hasWhole(words: number, story: string): boolean {
  return words > 0 && story.split(/\s+/u).length >= words * 0.8;
}

/** A box that is named for a paywall and asks for something: such names also stand around whole stories. */
function hasPayBox(root: PageElement): boolean {
  for (const element of listElements(root)) {
    if (!PAY_NAMES.test(readNames(element))) continue;
    const text = readText(element);
    if (text.length < 1_200 && PAY_ASKS.test(text)) return true;
  }
  return false;
}

const PAY_NAMES =
  /(?:^|[\s_-])(?:paywall|regwall|piano-?(?:offer|container)|tp-container|offer-?page|meter-?wall|subscribe-?wall|subscription-?required)/iu;
const PAY_ASKS = /subscri|sign ?(?:in|up)|log ?in|register|member|trial|abonn|\babo\b|suscri|anmelden/iu;

const WORDS: Readonly<Record<Wall, readonly [what: string, why: string]>> = {
  'consent-wall': ['This page is a consent wall, not a story', 'it asks about cookies before it shows the story'],
  login: ['This page is a log-in form, not a story', 'the story stands behind it'],
  paywall: ['This page shows only the beginning of its story', 'the rest stands behind a paywall'],
  'browser-check': ['This page checks the browser, and holds no story', 'the site sent its robot check instead'],
};

const FIX: Readonly<Record<Wall, string>> = {
  'consent-wall':
    'open it in your browser, answer the question, and save it as “web page, complete”, SingleFile or MHTML',
  login: 'log in with your browser and save the story as “web page, complete”, SingleFile or MHTML',
  paywall:
    'open it with your subscription and save it as “web page, complete”, SingleFile or MHTML, or paste its text into a .txt file',
  'browser-check':
    'open it in your browser, wait for the story, and save it as “web page, complete”, SingleFile or MHTML',
};

export function makeWallError(wall: Wall, input: string): HearsayError {
  const [what, why] = WORDS[wall];
  return new HearsayError(`page.${wall}`, `${what}: ${input}`, why, FIX[wall]);
}
