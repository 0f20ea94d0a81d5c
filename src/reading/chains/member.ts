import { readLexicon } from '../../base/lexicon.ts';
import type { Span } from '../../base/span.ts';
import type { Entity, Mention } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { isNamed, linkOfEntity } from './referents.ts';
import { anchorOf, type Setting, type Told } from './setting.ts';

const OFFICE = 'senator|governor|congressman|congresswoman|lawmaker|representative|independent|Republican|Democrat';
const MEMBER = new RegExp(`^the (?:(?:junior|senior|veteran|outspoken|longtime|liberal|conservative|moderate|freshman|former|Senate|House|then) )*((?:\\p{Lu}[\\p{L}.]* ?){1,3}) ((?:Republican |Democratic |GOP )?(?:${OFFICE}))(?=$|[,;]| who\\b)`, 'u'); // prettier-ignore

/**
 * Whom "the Vermont senator" or "the Iowa Republican" means: the person named last before whose name the text gives the
 * state with, before it ("Vermont Sen. Ada Holm") or behind it ("(R-Iowa)", ", D-Vt.,", ", Iowa Republican,", "of Iowa").
 * US states only, by the abbreviations of papers; null for others, or where nobody is called so.
 */
export function findMember({ text, entities }: Setting, told: Told, source: Span): ChainLink | null {
  const [, place = '', office = ''] = MEMBER.exec(source.text) ?? [];
  const forms = states().get(place.trim());
  if (!forms) return null;
  const at = anchorOf(told).start;
  const party = /Republican|GOP/u.test(office) ? 'R' : office.includes('Democrat') ? 'D' : null;
  const persons = entities.filter((one) => one.kind === 'person' && isNamed(one));
  const found = persons.flatMap((entity) => entity.mentions.filter((one) => one.why.includes('name') && isOf(text, one, forms, party)).map((mention) => ({ entity, mention }))); // prettier-ignore
  // The person's last mention before the words, not the one that gives the state.
  const near = found.map((one) => ({ ...one, last: lastBefore(one.entity, at) }));
  const best = near.reduce<(typeof near)[number] | null>((a, b) => (a && a.last >= b.last ? a : b), null);
  return best ? { ...linkOfEntity(text, best.entity, source, 'person'), how: 'coreference' } : null;
}

function lastBefore({ mentions }: Entity, at: number): number {
  return mentions.reduce((last, { end }) => (end <= at && end > last ? end : last), -1);
}

function isOf(text: string, { start, end }: Mention, forms: readonly string[], party: 'R' | 'D' | null): boolean {
  const any = forms.map((one) => one.replaceAll('.', String.raw`\.`)).join('|');
  const ahead = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 60);
  // "GOP Sen. Ada Holm of Norland" is not "the Norland Democrat".
  if (party !== null && (party === 'D' ? /\b(?:GOP|Republican)\s(?:[\p{L}.]+\s){0,2}$/u : /\bDemocrat(?:ic)?\s(?:[\p{L}.]+\s){0,2}$/u).test(ahead)) return false; // prettier-ignore
  const before = new RegExp(`(?<![\\p{L}-])(?:${any})(?:['’]s)?\\s(?:[\\p{L}.]+\\s){0,2}(?:Sens?|Govs?|Reps?|Senator|Governor|Representative|Congressman|Congresswoman|Republican|Democrat|Democratic|GOP)\\.?\\s(?:(?:Sen|Gov|Rep)\\.\\s)?$`, 'u'); // prettier-ignore
  if (before.test(ahead)) return true;
  const letter = new RegExp(`^,?\\s\\(?([RDI])\\.?[-–—](?:${any})(?![\\p{L}])`, 'u').exec(behind)?.[1];
  if (letter !== undefined) return party === null || letter === party;
  return new RegExp(`^(?:,\\s(?:an?\\s)?(?:${any})\\s(?:Republican|Democrat|independent)|,\\s(?:an?\\s|the\\s)?(?:\\p{Ll}+\\s)?(?:Republican|Democrat|independent)\\sof\\s(?:${any})|\\s\\([RDI]\\)(?:\\sof\\s|,\\s)(?:${any})|\\sof\\s(?:${any}))(?![\\p{L}])`, 'u').test(behind); // prettier-ignore
}

let held: ReadonlyMap<string, readonly string[]> | null = null;

/** All forms of each US state by its full name: "Vermont", "Vt.", "VT". */
function states(): ReadonlyMap<string, readonly string[]> {
  held ??= new Map(
    readLexicon('place-names')
      .filter(([code = '']) => /^US\.\p{Lu}{2}$/u.test(code))
      .map(([, names = '']) => names.split(';').map((one) => one.replace(/^=/u, '')))
      .map((forms) => [forms[0] ?? '', forms]),
  );
  return held;
}
