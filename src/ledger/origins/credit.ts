import type { Appearance } from '../appearances.ts';
import type { Origin } from '../claim.ts';
import { isSameBody, keyOfName, partyInWords } from '../parties.ts';
import { isOutlet, traceChain, type Trace } from './trace.ts';

/** What is known of the reports that a claim stands in, beyond the appearances themselves. */
export interface Setting {
  /** The outlet of a report, or null; as the report says or as others credit its words. */
  outletOf(report: string): { readonly key: string; readonly name: string } | null;
  /** The body that any report gives a person, by `keyOfName`. */
  readonly parties: ReadonlyMap<string, string>;
  /** All appearances of a report, in text order. */
  appearancesOf(report: string): readonly Appearance[];
  /** The appearance whose words this one takes over, by id. */
  copiedFrom(id: string): string | null;
}

/** An origin before its appearances are known: equal keys are one. */
export type OriginFacts = Pick<Origin, 'name' | 'kind' | 'party' | 'via'> & { readonly key: string };

/** What an appearance's own text says of its origin. */
export interface Credit extends Trace {
  readonly origin: OriginFacts | null;
}

const SPEAKS = /\b(?:spokes(?:man|woman|person|people)|representatives?|reps?|press office|statement|announcement|press release|filing|publicist|lawyers?|attorneys?)\b/iu; // prettier-ignore

export function creditOf(appearance: Appearance, setting: Setting): Credit {
  const trace = traceChain(appearance);
  return { ...trace, origin: trace.end === null ? null : originOf(appearance, trace, setting) };
}

function originOf(appearance: Appearance, { via, end }: Trace, setting: Setting): OriginFacts | null {
  if (!end) return null;
  const wording = end.unnamed?.wording ?? end.name;
  const said = partyInWords(appearance.source) ?? partyInWords(end.name);
  if (end.kind === 'unnamed' && !(said !== null && SPEAKS.test(wording))) return unnamedOrigin(appearance, via, said, setting); // prettier-ignore
  if (end.kind === 'person') {
    const party = said ?? setting.parties.get(keyOfName(end.name)) ?? null;
    return { key: party === null ? `person:${keyOfName(end.name)}` : `body:${keyOfName(party)}`, name: end.name, kind: end.kind, party, via: null }; // prettier-ignore
  }
  const body = said ?? end.name;
  return { key: `body:${keyOfName(body)}`, name: body, kind: end.kind === 'unnamed' || end.kind === 'unknown' ? 'organization' : end.kind, party: body, via: null }; // prettier-ignore
}

/** An unnamed group is one as told to one outlet (contract §1). */
function unnamedOrigin(appearance: Appearance, via: readonly string[], party: string | null, setting: Setting): OriginFacts { // prettier-ignore
  const told = appearance.chain.filter(isOutlet).at(-1);
  const own = setting.outletOf(appearance.report);
  const key = via.at(-1) ?? own?.key ?? appearance.report;
  const name = via.length > 0 && told ? told.name : (own?.name ?? nameOfReport(appearance));
  const who = /\bofficials?\b/iu.test(appearance.source) ? 'officials' : 'sources';
  return { key: `unnamed@${key}`, name: `unnamed ${who}, to ${name}`, kind: 'unnamed', party, via: name };
}

/** A report without an outlet is told from others by the beginning of its text's hash. */
export function nameOfReport({ sha256 }: Pick<Appearance, 'sha256'>): string {
  return `report ${sha256.replace(/^sha256:/u, '').slice(0, 8)}`;
}

/** Origins under the keys that they share: bodies by any of their names ("HP", "Hewlett-Packard Co."). */
export function unifyBodies(origins: readonly OriginFacts[]): ReadonlyMap<string, string> {
  const names = [...new Set(origins.filter(({ key }) => key.startsWith('body:')).map(({ key }) => key.slice(5)))];
  names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const kept: string[] = [];
  return new Map(
    names.map((name) => {
      const same = kept.find((other) => isSameBody(name, other));
      if (same === undefined) kept.push(name);
      return [`body:${name}`, `body:${same ?? name}`];
    }),
  );
}
