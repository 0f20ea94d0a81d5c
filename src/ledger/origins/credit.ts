import type { Appearance } from '../appearances.ts';
import type { AlteredQuotation } from '../alerts/quotations.ts';
import type { Retraction } from '../alerts/retractions.ts';
import type { Origin } from '../claim.ts';
import { findOutletNamed } from '../../language/outlets.ts';
import { cleanName, splitName } from '../propositions/actors.ts';
import { areOneBody, keyOfName, partyInWords } from '../parties.ts';
import { creditsSomeReport, isBareRole, isOutlet, keyOfOutlet, traceChain, type Trace } from './trace.ts';

/** What is known of the reports that a claim stands in, beyond the appearances themselves. */
export interface Setting {
  /** The outlet of a report, or null; as the report says or as others credit its words. */
  outletOf(report: string): { readonly key: string; readonly name: string } | null;
  /** The body that any report gives a person, by `keyOfName`. */
  readonly parties: ReadonlyMap<string, string>;
  /** All appearances of a report, in text order. */
  appearancesOf(report: string): readonly Appearance[];
  /** `readCredit`, once an appearance. */
  creditOf(appearance: Appearance): Credit;
  /** The one name of a body, by any of its names. */
  bodyOf(name: string): string;
  /** The keys of the reports of that outlet (its key) that were published near an appearance. */
  heldReports(outlet: string, one: Appearance): readonly string[];
  /** Whether a report links another, both by key. */
  links(from: string, to: string): boolean;
  /** The text that an appearance stands in: its report's, or the title. */
  textOf(one: Appearance): string;
  /** Quotations that stand in two wordings. */
  readonly altered: readonly AlteredQuotation[];
  /** Other claims' appearances that answer a claim's question with another number, by its id. */
  rivalsOf(claim: string): readonly Appearance[];
  /** Notices that take a claim back, by its id. */
  retractionsOf(claim: string): readonly Retraction[];
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

const SOURCES = /^\W*(?:(?:multiple|several|two|three|inside) )?(?:sources|insiders|people|officials|employees|executives) \p{Ll}/iu; // prettier-ignore

/** What the text of an appearance says of its origin; `setting.creditOf` keeps it. */
export function readCredit(appearance: Appearance, setting: Setting): Credit {
  const plain = traceChain(appearance);
  const trace = followReporter(plain, appearance, setting) ?? followReport(appearance, setting) ?? plain;
  return { ...trace, origin: trace.end === null ? null : originOf(appearance, trace, setting) };
}

/** "Holm Post's Jo Berg says": the trail ends at the paper, not at its reporter. */
function followReporter({ via, end }: Trace, { source }: Appearance, setting: Setting): Trace | null {
  if (end?.kind !== 'person') return null;
  const paper = setting.parties.get(keyOfName(end.name)) ?? /^(.{2,40}?)['’]s /u.exec(source)?.[1] ?? null;
  const outlet = paper === null ? null : findOutletNamed(paper.replace(/^the /iu, ''));
  return outlet ? { via: [...new Set([...via, keyOfOutlet(outlet.name)])], end: null } : null;
}

/** “…, according to a new report. The Post says …”: the outlet that is named next, else the one named last, close by. */
function followReport(appearance: Appearance, setting: Setting): Trace | null {
  if (!creditsSomeReport(appearance)) return null;
  const place = appearance.content[0]?.start ?? 0;
  const near = setting
    .appearancesOf(appearance.report)
    .filter((one) => one.in === appearance.in)
    .flatMap((one) => {
      const outlet = one.chain.slice(1).find((link) => isOutlet(link) && link.how !== 'metadata');
      const far = (one.content[0]?.start ?? 0) - place;
      return outlet && Math.abs(far) <= NEAR ? [{ outlet, far: far > 0 ? far : NEAR - far }] : [];
    })
    .sort((a, b) => a.far - b.far);
  return near[0] ? { via: [keyOfOutlet(near[0].outlet.name)], end: null } : null;
}

function originOf(appearance: Appearance, { via, end }: Trace, setting: Setting): OriginFacts | null {
  if (!end) return null;
  const wording = end.unnamed?.wording ?? end.name;
  const company = /^(?:an?|the|one|its|their) (?:company|firm|corporate|group|government|ministry)(?:['’]s)? (?:spokes|representative|official statement)|^(?:the|an?|its|this|their) (?:\w+ ){0,2}(?:announcement|statement|press release|filing)\b/iu.test(wording) ? appearance.body : null; // prettier-ignore
  const bare = isBareRole(end);
  const said =
    partyInWords(appearance.source) ??
    (bare ? bodyBehind(appearance.source) : null) ??
    partyInWords(end.name) ??
    company;
  if (end.kind === 'unnamed' && !(said !== null && SPEAKS.test(wording))) return unnamedOrigin(appearance, via, said, setting); // prettier-ignore
  // '"Sources familiar with the matter" tell the paper': a capital makes no name.
  if (bare && said === null && SOURCES.test(appearance.source)) return unnamedOrigin(appearance, via, said, setting);
  // "Minister expected to sign": whoever bears the office, the text names nobody.
  if (bare && said === null) return null;
  if (end.kind === 'person' && !bare) {
    const party = said ?? setting.parties.get(keyOfName(end.name)) ?? null;
    const body = party === null ? null : setting.bodyOf(party);
    return { key: body === null ? `person:${keyOfName(end.name)}` : `body:${keyOfName(body)}`, name: end.name, kind: end.kind, party: body, via: null }; // prettier-ignore
  }
  const body = setting.bodyOf(cleanName(said ?? end.name));
  return { key: `body:${keyOfName(body)}`, name: body, kind: end.kind === 'unnamed' || end.kind === 'unknown' || bare ? 'organization' : end.kind, party: body, via: null }; // prettier-ignore
}

/** "Shipbrokers at Garrow Pike" speak for Garrow Pike. */
function bodyBehind(source: string): string | null {
  return /^\p{L}+ (?:at|for|with) (?:the )?(\p{Lu}[\p{L}\p{N}&.-]*(?: \p{Lu}[\p{L}\p{N}&.-]*){0,3})$/u.exec(source)?.[1] ?? null; // prettier-ignore
}

/** An unnamed group is one as told to one outlet (contract §1). */
function unnamedOrigin(
  appearance: Appearance,
  via: readonly string[],
  party: string | null,
  setting: Setting,
): OriginFacts {
  // prettier-ignore
  const told = via.length > 0 ? appearance.chain.filter(isOutlet).at(-1) : toldTo(appearance, setting);
  const own = setting.outletOf(appearance.report);
  const key = via.at(-1) ?? (told ? keyOfOutlet(told.name) : null) ?? own?.key ?? appearance.report;
  const name = told?.name ?? own?.name ?? nameOfReport(appearance);
  const wordings = appearance.chain.flatMap(({ kind: what, name: words }) => (what === 'unnamed' ? [words] : []));
  const who = /\bofficials?\b/iu.test([appearance.source, ...wordings].join(' ')) ? 'officials' : 'sources';
  return { key: `unnamed@${key}`, name: `unnamed ${who}, to ${name}`, kind: 'unnamed', party, via: name };
}

/** Characters within which "the sources said" takes up the sources of an outlet that is credited. */
const NEAR = 420;

/**
 * The outlet to which an unnamed source spoke that its sentence does not name: one that the report credits close by, or
 * anywhere with a source of the same kind ("Sources tell the Holm Post … one of the sources said").
 */
function toldTo(appearance: Appearance, setting: Setting): Appearance['chain'][number] | null {
  const own = setting.outletOf(appearance.report)?.key;
  const place = appearance.content[0]?.start ?? 0;
  const taken = /^(?:the|this|that|these|those|one of|another|two of|some of|both)\b/iu.test(appearance.source);
  let best: { readonly link: Appearance['chain'][number]; readonly far: number } | null = null;
  for (const one of setting.appearancesOf(appearance.report)) {
    const { via, end } = traceChain(one);
    const link = one.chain.slice(1).filter(isOutlet).at(-1);
    if (!link || via.length === 0 || via.at(-1) === own || link.how === 'metadata' || one.in !== appearance.in)
      continue;
    const far = Math.abs((one.content[0]?.start ?? 0) - place);
    const same = end?.kind === 'unnamed' && (taken || shareWord(end.name, appearance.source));
    if ((same || far <= NEAR) && (!best || far < best.far)) best = { link, far };
  }
  return best?.link ?? null;
}

function shareWord(a: string, b: string): boolean {
  const words = (text: string): readonly string[] => text.toLowerCase().match(/\b(?:people|person|sources?|officials?|employees?|executives?|insiders?|aides?)\b/gu) ?? []; // prettier-ignore
  return words(a).some((word) => words(b).includes(word));
}

/** A report without an outlet is told from others by the beginning of its text's hash. */
export function nameOfReport({ sha256 }: Pick<Appearance, 'sha256'>): string {
  return `report ${sha256.replace(/^sha256:/u, '').slice(0, 8)}`;
}

/**
 * Bodies under one name each: "HP", "Hewlett-Packard Co." and "Hewlett-Packard" are one. Of each group the most told form,
 * then the first in the alphabet, is the name. `names` may repeat. Returns name key → name.
 */
export function unifyBodies(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(cleanName(name), (counts.get(cleanName(name)) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const words = new Map(sorted.map((name) => [name, splitName(name)]));
  const groups: string[][] = [];
  for (const name of sorted) {
    const own = words.get(name) ?? [];
    const group = groups.find((others) => others.some((other) => areOneBody(own, words.get(other) ?? [])));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return new Map(
    groups.flatMap((group) => {
      const [best = ''] = [...group].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
      return group.map((name) => [keyOfName(name), best] as const);
    }),
  );
}
