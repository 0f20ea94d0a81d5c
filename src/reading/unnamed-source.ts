import { readLexicon } from '../base/lexicon.ts';
import type { Attribution } from './reading.ts';

type Talk = 'always' | 'talks' | 'public';

/** Words by which somebody tells a reporter something, rather than thinks, wants or does it. */
const SPOKE =
  /\b(?:sa(?:id|ys?)|t(?:old|ells?)|according|add(?:s|ed)|confirm(?:s|ed)|explain(?:s|ed)|describ(?:es|ed)|disclosed|revealed|recall(?:s|ed)|acknowledg(?:es|ed)|noted|spoke|speaking|quoted|insisted|conceded|admitted|denied|declined|estimated|complained|joked|predicted|suggested|warned|claimed|informed|identified)\b/iu;

/**
 * Whether an attribution rests on somebody whom the report leaves unnamed and who told it to this outlet or to one that
 * it cites. A condition of anonymity or nearness to the matter says so; else it takes words of telling and an office
 * whose holders talk so: "an aide said". Not people at large ("critics say"), not those who speak in public.
 */
export function isUnnamedSource({ voice, chain, cue }: Pick<Attribution, 'voice' | 'chain' | 'cue'>): boolean {
  const unnamed = chain.at(-1)?.unnamed;
  if (voice !== 'attributed' || !unnamed || unnamed.generic) return false;
  // What two officials told Holm, who tells it, is on Holm's word.
  if (!chain.slice(0, -1).every(({ kind }) => kind === 'outlet' || kind === 'wire' || kind === 'unknown')) return false;
  const { wording, number, position, reason, closeness } = unnamed;
  if (reason !== null || closeness !== null || /\b(?:anonymous|unnamed|unidentified)\b/iu.test(wording)) return true;
  const told = cue.map(({ text }) => text).join(' ');
  const talk = position === null ? null : talkOf(position);
  if (talk === 'always' || (talk === 'talks' && SPOKE.test(told))) return true;
  // "One said", "a welder told": somebody whom the reporter met; "his son", "the governor" are known to all.
  const isMet = /^(?:(?:at least|just|only) )?(?:one|another|an?)(?:\s|$)/iu.test(wording);
  const isSome = position === null ? isMet : talk !== 'public' && (isMet || number !== 'one');
  return /\b(?:said|told)\b/u.test(told) && number !== 'unknown' && isSome;
}

let held: ReadonlyMap<string, Talk> | null = null;

/** By the last word of the position: "senior campaign official", "ex-aide". */
function talkOf(position: string): Talk | null {
  held ??= new Map(
    readLexicon('talkers').flatMap(([noun = '', how]) =>
      how === 'always' || how === 'talks' || how === 'public' ? [[noun, how] as const] : [],
    ),
  );
  return held.get(/[^ -]*$/u.exec(position)?.[0] ?? '') ?? null;
}
