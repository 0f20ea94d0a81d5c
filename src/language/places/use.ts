import { readLexicon } from '../../base/lexicon.ts';
import type { Range } from '../spans.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceUse } from './place.ts';

interface Words {
  /** First forms of verbs of telling and of acts of state, and irregular forms. */
  readonly act: ReadonlySet<string>;
  readonly address: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

let held: Words | null = null;

const LOCATIVE = /(?:^|[^\p{L}])(?:in|at|near|outside|inside|around|throughout|across|through|into|within|beyond|toward|towards|via|from|of|(?:visits?|trips?|travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|ying)|go|goes|went|going|return(?:s|ed|ing)?|head(?:s|ed|ing)?|route|road|way) to|visit(?:s|ed|ing)?|reach(?:es|ed|ing)?|le(?:ft|ave|aves|aving)|enter(?:s|ed|ing)?|central|downtown|northern|southern|eastern|western)(?: the)?[ \n]$/iu; // prettier-ignore
/** Of these a government has some, and no stretch of land. */
const OF_STATE = /\b(?:on behalf|part|government|leaders?|leadership|actions?|polic(?:y|ies)|demands?|threats?|help|support|aid|pressure|approval|accusations?) (?:of|from) (?:the )?$/iu; // prettier-ignore
/** The two words before "with" or its like; between them and the name may stand the other party. */
const RELATION = /(?:(\p{L}+) )?(\p{L}+(?:-\p{L}+)?) (?:with|against|between|to|on)(?: the)? (?:[\p{L}.]{2,16} (?:[\p{L}.]{2,12} )?and (?:the )?)?$/u; // prettier-ignore
const AUXILIARY = /^(?:has|have|had|will|would|could|should|might|may|must|can|cannot|did|does|do|is|was|were|are|also|not|never|now|then|again|later|earlier|repeatedly|reportedly|still|already|long|since|quickly|formally|officially|publicly|previously|itself|being|been|n['’]t|ha[sd]n['’]t|wo(?:n|uld)['’]t|didn['’]t|doesn['’]t|isn['’]t|wasn['’]t|hopes?|wants?|seems?|appears?|to)$/iu; // prettier-ignore

/**
 * Whether a name stands for a place or for its government, by the words beside it: seats ("the Kremlin") for their
 * government unless something happens at them; capitals and countries for theirs where they tell or act ("Moscow said",
 * "Beijing has imposed"), are told or asked ("urged Tehran to"), stand against each other ("talks between Kyiv and
 * Moscow") or have what only governments have ("Minsk's ambassador").
 */
export function findUse(gazetteer: Gazetteer, text: string, span: Range, entry: number): PlaceUse {
  const kind = gazetteer.kindOf(entry);
  const union = kind === 'area' && /^(?:EU|E\.U\.|European Union)$/u.test(text.slice(span.start, span.end));
  if (kind !== 'seat' && kind !== 'capital' && kind !== 'country' && !union) return 'location';
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const after = text.slice(span.end, span.end + 90);
  if (LOCATIVE.test(before) && !OF_STATE.test(before) && !doesSomething(before, after)) return 'location';
  if (kind === 'seat') return 'government';
  return governs(after) || isAddressed(before, after) || isBetween(before, after) || owns(after)
    ? 'government'
    : 'location';
}

/** "Iran-backed", "D-N.Y.": what is said is whose somebody is, and not where anything is. */
export function isBound(text: string, { start, end }: Range): boolean {
  return (
    /^-\p{Ll}/u.test(text.slice(end, end + 2)) ||
    /(?<![\p{L}\p{N}])[DRI]-$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** "the possibility of North Korea supplying": what follows "of" is a deed and not a place. */
function doesSomething(before: string, after: string): boolean {
  const deed = /^ (\p{Ll}+ing)\b/u.exec(after)?.[1];
  return deed !== undefined && / of (?:the )?$/u.test(before) && hasLemma(loadWords().act, deed);
}

/** The next verb, auxiliaries and adverbs passed over, is one of telling or of acts of state. */
export function governs(after: string): boolean {
  const words = /^(?:,[^,.;]{0,50},)?((?: [\p{L}‘’'“"-]+){1,6})/u.exec(after)?.[1]?.trim().split(' ') ?? [];
  let passive = false;
  for (const word of words.map((one) => one.replace(/^[‘'“"]+/u, ''))) {
    if (/^(?:is|was|are|were|be|been|being)$/u.test(word)) passive = true;
    if (AUXILIARY.test(word) || word.endsWith('ly')) continue;
    if (/^\p{Lu}/u.test(word) || (passive && !word.endsWith('ing'))) return false;
    return hasLemma(loadWords().act, word.toLowerCase());
  }
  return false;
}

/** "urged Beijing to", "for Washington to", "called on the US to". */
function isAddressed(before: string, after: string): boolean {
  if (!/^ (?:to|not|of|over|about|that|for|against|with)\b/u.test(after)) return false;
  if (/(?:^| )for (?:the )?$/u.test(before)) return /^ to\b/u.test(after);
  const word = /(\p{L}+)(?: on| upon)?(?: the)? $/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return hasLemma(loadWords().address, word);
}

/** "talks with Tehran", "between Moscow and Pyongyang", "sanctions against Russia". */
function isBetween(before: string, after: string): boolean {
  const { between } = loadWords();
  if (/ (?:with|against|between|to|on|and)(?: the)? $/u.test(before)) {
    const [, far, near] = RELATION.exec(before) ?? [];
    if ([far, near].some((word) => word !== undefined && between.has(word.toLowerCase()))) return true;
  }
  return /^ and [\p{Lu}][\p{L}. ]{2,20} (?:agreed|signed|are still at war|have agreed|exchanged)\b/u.test(after);
}

function owns(after: string): boolean {
  const words = /^['’]s? ?((?:[\p{L}-]+ ?){1,3})/u.exec(after)?.[1]?.trim().toLowerCase().split(' ') ?? [];
  return words.some((word) => loadWords().own.has(word));
}

function hasLemma(list: ReadonlySet<string>, word: string): boolean {
  if (list.has(word)) return true;
  const stems = [
    word.replace(/s$/u, ''),
    word.replace(/es$/u, ''),
    word.replace(/ies$/u, 'y'),
    word.replace(/ied$/u, 'y'),
    word.replace(/d$/u, ''),
    word.replace(/ed$/u, ''),
    word.replace(/ing$/u, ''),
    word.replace(/ing$/u, 'e'),
    word.replace(/(\p{L})\1(?:ed|ing)$/u, '$1'),
  ];
  return stems.some((stem) => stem !== word && list.has(stem));
}

function loadWords(): Words {
  if (held) return held;
  const of = (kind: string): string[] => readLexicon('governing').filter((row) => row[1] === kind).map((row) => row[0] ?? ''); // prettier-ignore
  const telling = readLexicon('cues').filter((row) => row[1] === 'verb' && !row[0]?.includes(' '));
  held = {
    act: new Set([
      ...of('act'),
      ...telling.flatMap((row) => [row[0] ?? '', ...(row[4] ?? '').split(',')]).filter(Boolean),
    ]),
    address: new Set(of('address')),
    between: new Set(of('between')),
    own: new Set(of('own')),
  };
  return held;
}
