import { findOutletNamed } from '../../language/outlets.ts';
import { nounKind } from '../../reading/chains/nouns.ts';
import type { Appearance } from '../appearances.ts';
import type { ChainLink } from '../../reading/reading.ts';

/** Where an appearance's own text leads, from its report backwards. */
export interface Trace {
  /** Keys of the outlets it passes through, nearest first; the report's own and its wire left out. */
  readonly via: readonly string[];
  /** Who tells it in the end; null: the text stops at an outlet, or credits nobody. */
  readonly end: ChainLink | null;
}

/** What a text calls another outlet's article without saying whose: "according to a new report". */
const SOME_REPORT = /^(?:an?|the|one|another|this|that|several|some|multiple|recent|new|media|news|published|earlier)(?: (?:new|recent|published|media|news|earlier|latest|online|same|original))* (?:reports?|articles?|stor(?:y|ies)|rumou?rs?|posts?)$|^(?:(?:media|news|recent|published|several|multiple) )*(?:reports?|rumou?rs|articles?|story|stories|newspaper)$/iu; // prettier-ignore

/** “Palo Alto, Calif., said”: the tail of an address. */
const STATE = /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[NSW]\.? ?[CDHJMVY])\.?$/u; // prettier-ignore

export function traceChain({ chain, voice, act }: Pick<Appearance, 'chain' | 'voice' | 'act'>): Trace {
  const links = chain.slice(1).filter(({ kind, how }) => !(kind === 'wire' && how === 'metadata'));
  const via = links.filter(isOutlet).map(({ name }) => keyOfOutlet(name));
  const last = links.findLast((link, i) => i === 0 || !isBareRole(link));
  const told = voice === 'attributed' && last !== undefined && !isOutlet(last) && isTeller(last, act);
  return { via: [...new Set(via)], end: told ? last : null };
}

/** “According to a new report”: the text credits another outlet's article without saying whose. */
export function creditsSomeReport({ chain, voice }: Pick<Appearance, 'chain' | 'voice'>): boolean {
  const last = chain.at(-1);
  return voice === 'attributed' && chain.length === 2 && last !== undefined && SOME_REPORT.test(last.name);
}

export function isOutlet({ kind, name }: ChainLink): boolean {
  // "pending split Sunday": no outlet begins in lower case but those that a list knows.
  if (kind === 'outlet') return /^[^\p{Ll}]/u.test(name) || findOutletNamed(name) !== null;
  return kind === 'wire' || (kind !== 'unnamed' && findOutletNamed(name) !== null);
}

/** One key for all forms of an outlet's name: "the WSJ" and "Wall Street Journal" are `wallstreetjournal`. */
export function keyOfOutlet(name: string): string {
  const full = findOutletNamed(name)?.name ?? name;
  return full
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The name of the outlet of this key, as any of the appearances has it. */
export function nameOutlet(key: string, appearances: readonly Pick<Appearance, 'chain'>[]): string {
  const links = appearances.flatMap(({ chain }) => chain);
  return links.find((link) => isOutlet(link) && keyOfOutlet(link.name) === key)?.name ?? key;
}

/** "Minister", "Shipbrokers": an office or a trade without a name. */
export function isBareRole({ kind, name }: Pick<ChainLink, 'kind' | 'name'>): boolean {
  const plain = name.replace(/^["“‘']+|["”’']+$/gu, '');
  return kind === 'person' && /^\p{Lu}\p{Ll}+$/u.test(plain) && /^(?:role|people|unnamed)$/u.test(nounKind(plain.toLowerCase()) ?? ''); // prettier-ignore
}

/** "It is said" and "a new report" name nobody. */
function isTeller({ kind, how, name, unnamed }: ChainLink, act: Appearance['act']): boolean {
  if (SOME_REPORT.test(name) || STATE.test(name)) return false;
  if (kind === 'unnamed')
    return how !== 'inferred' && unnamed?.generic !== true && !/^(?:you|we|i|they|one|people|many|some)$/iu.test(name);
  // "the company", "another tech giant": nobody is named.
  const named = name.replace(/^(?:an?|the|another|some|many|most|one|this|its|their|his|her)\b/iu, '');
  if (kind !== 'document' && kind !== 'poll' && !/\p{Lu}/u.test(named)) return false;
  return kind !== 'unknown' || act !== 'report';
}
