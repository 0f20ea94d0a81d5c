import { hashBytes, hashValue } from '../base/canonical-json.ts';
import { isWithin, makeSpan, overlaps, type Span } from '../base/span.ts';
import { poolSense, unpackSense } from '../language/sense.ts';
import type { Range } from '../language/spans.ts';
import { isFiniteAt } from '../reading/finite.ts';
import type { Attribution, Reading } from '../reading/reading.ts';
import { outletNamer } from './origins/outlet-names.ts';
import { findSubjects } from './propositions/actors.ts';
import { describePart, type Proposition } from './propositions/proposition.ts';
import { partDenied } from './propositions/denied.ts';
import { splitContent, type Part } from './propositions/split.ts';
import { keyReport } from './report-key.ts';

/** One proposition in one place (contract §1). All that comparing it with others needs, without its report. */
export interface Appearance {
  /** Hash of (report key, text sha256, where, content offsets): contract §2.6. */
  readonly id: string;
  /** Key of its report. */
  readonly report: string;
  readonly sha256: string;
  /** As the report gives it; null: undated. */
  readonly published: string | null;
  /** Id of the attribution that tells it. */
  readonly attribution: string;
  readonly in: 'text' | 'title';
  readonly voice: Attribution['voice'];
  readonly content: readonly Span[];
  /** The words of who tells it; empty: nobody named. */
  readonly source: string;
  /** The organisation that its report is most about; whose "a company spokeswoman" is. Null: none. */
  readonly body: string | null;
  readonly act: Attribution['act'];
  readonly chain: Attribution['chain'];
  readonly polarity: Attribution['polarity'];
  readonly certainty: Attribution['certainty'];
  readonly when: Attribution['when'];
  readonly where: Attribution['where'];
  readonly event: Attribution['event'];
  readonly quote: Attribution['quote'];
  readonly proposition: Proposition;
  /** What it means, as `poolSense` gives it; null: its reading does not tell. */
  readonly sense: string | null;
}

/** A reading is looked at by several steps; what appears in it is found once. */
const found = new WeakMap<Reading, readonly Appearance[]>();

/** All appearances of a reading: the title's, then the text's, in text order. */
export function findAppearances(reading: Reading): readonly Appearance[] {
  const known = found.get(reading);
  if (known) return known;
  const { title, text } = reading.report;
  const all = [
    ...(title === null ? [] : appearancesIn(reading, title, 'title', reading.headline)),
    ...appearancesIn(reading, text, 'text', reading.attributions),
  ];
  found.set(reading, all);
  return all;
}

function appearancesIn(
  reading: Reading,
  text: string,
  part: Appearance['in'],
  attributions: readonly Attribution[],
): Appearance[] {
  // prettier-ignore
  const place: Place = { reading, text, in: part, key: keyReport(reading.report), hash: hashBytes(text), namer: outletNamer(reading), sense: reading.sense === undefined ? null : unpackSense(part === 'text' ? reading.sense.text : reading.sense.title) };
  const taken = new Set<string>();
  return attributions
    .filter((one) => !((isStance(one) || isStillToTell(one)) && isTold(one, attributions)))
    .flatMap((one) => {
      const inner = attributions.filter(({ parent }) => parent === one.id);
      return partsOf(text, one, inner).map((piece) => describeAppearance(place, one, piece));
    })
    .filter(({ id }) => !taken.has(id) && taken.add(id))
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

/** Whether what appears in a reading was found already. */
export function areFound(reading: Reading): boolean {
  return found.has(reading);
}

/** Keeps what `findAppearances` gave for this reading before. */
export function keepFound(reading: Reading, appearances: readonly Appearance[]): void {
  found.set(reading, appearances);
}

export function startOf({ content }: Pick<Appearance, 'content'>): number {
  return content[0]?.start ?? 0;
}

/** Not a telling but what someone does or wants: "Apple plans to …", "is in talks to …". Who tells it is another. */
function isStance({ act, voice, source, cue }: Attribution): boolean {
  if (voice !== 'attributed') return false;
  return act === null || act === 'plan' || (source.length === 0 && AHEAD.test(cue.map(({ text }) => text).join(' ')));
}

/** "The move could be announced on Monday": the telling itself is what is told. */
const AHEAD = /\b(?:could|may|might|will|would|to) (?:\w+ly )?be (?:\w+ly )?\w+(?:ed|ade|own)\b/iu;

/** “The Post says that Holm | will announce | the sale”: nobody has told that yet. */
function isStillToTell({ cue }: Attribution): boolean {
  return /^(?:will|would|shall|may|might|could|should|is to|are to)\b/iu.test(cue[0]?.text ?? '');
}

function isTold({ parent }: Attribution, attributions: readonly Attribution[]): boolean {
  return parent !== null && attributions.some(({ id }) => id === parent);
}

/**
 * The parts of an attribution that are propositions of its own: not those whose verb is the cue of a telling inside
 * ("sources have confirmed that …": the inner content is the appearance). A stance is told by the report: its whole clause.
 */
function partsOf(text: string, attribution: Attribution, inner: readonly Attribution[]): readonly Part[] {
  if (isStance(attribution)) return splitContent(text, [clauseOf(text, attribution)]);
  // "denied the Post's claims that …": the denial speaks of that claim, whoever else tells it.
  if (attribution.polarity === 'denied' || attribution.polarity === 'disputed')
    return splitContent(text, attribution.content);
  const tellings = inner.filter((one) => !isStance(one));
  return splitContent(text, attribution.content).filter(
    (part) => !tellings.some((telling) => isOnlyTelling(part, telling)),
  );
}

function isOnlyTelling(part: Part, { source, cue, content }: Attribution): boolean {
  // "Holm was a hypocrite because he admitted that …": it says something before anybody tells anything.
  const begun = Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
  if (part.words.some(({ start }, i) => start < begun && isFiniteAt(part.words, i))) return false;
  const size = (spans: readonly Range[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const covered = size(content.filter((span) => part.ranges.some((range) => overlaps(span, range))));
  return cue.some((span) => isWithin(span, part.ranges)) && covered > 0.4 * size(part.ranges);
}

/** "The report 'is not true'": short, and about another's telling. */
function isCalledFalse({ ranges }: Part, text: string): boolean {
  const words = ranges.map(({ start, end }) => text.slice(start, end)).join(' ');
  return words.length < 90 && /\b(?:stor(?:y|ies)|reports?|rumou?rs?|claims?|allegations?|accusations?|ideas?|notions?)\b.{0,40}\b(?:not true|n[’']t true|untrue|false|inaccurate|not accurate|wrong|baseless|unfounded|fabricated)\b/iu.test(words) || /^\W*(?:and |but )?(?:that|this|it)(?:[’']s| is| was)(?: just| simply| completely| totally)? (?:not true|untrue|false|a lie)\b/iu.test(words); // prettier-ignore
}

function clauseOf(text: string, { source, cue, content }: Attribution): Range {
  const spans = [...source, ...cue, ...content];
  const end = Math.max(...spans.map((span) => span.end));
  // What stands behind a telling that lies ahead belongs to it: "could be announced | as early as Monday".
  const rest = source.length === 0 ? (/^[^.!?\n,;]*/u.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start: Math.min(...spans.map(({ start }) => start)), end: end + rest };
}

/** A text or title, and what is the same for all that appears in it. */
interface Place {
  readonly reading: Reading;
  readonly text: string;
  readonly in: Appearance['in'];
  /** The report's key, and the sha256 of `text`. */
  readonly key: string;
  readonly hash: string;
  readonly namer: (chain: Appearance['chain']) => Appearance['chain'];
  /** What it means, place by place; null: its reading does not tell. */
  readonly sense: Int8Array | null;
}

function describeAppearance(place: Place, attribution: Attribution, part: Part): Appearance {
  const { reading, text, key } = place;
  const { report } = reading;
  const stance = isStance(attribution);
  const offsets = part.ranges.map(({ start, end }) => `${String(start)}-${String(end)}`).join(',');
  const polarity = attribution.polarity === 'affirmed' && isCalledFalse(part, text) ? 'denied' : attribution.polarity;
  const denied = polarity === 'denied' || polarity === 'disputed';
  const told = denied ? partDenied(part) : part;
  const within = (one: Range): boolean => part.ranges.some((range) => overlaps(one, range));
  return {
    id: hashValue([key, place.hash, place.in, offsets]),
    report: key,
    sha256: report.sha256,
    published: report.published,
    attribution: attribution.id,
    in: place.in,
    voice: stance ? 'own' : attribution.voice,
    content: part.ranges.map(({ start, end }) => makeSpan(text, start, end)),
    body: findSubjects(reading).find(({ kind }) => kind === 'organization' || kind === 'government')?.name ?? null,
    source: stance ? '' : attribution.source.map(({ text: words }) => words).join(' '),
    act: attribution.act,
    chain: place.namer(stance && attribution.chain.length > 1 ? attribution.chain.slice(0, -1) : attribution.chain),
    polarity,
    certainty: attribution.certainty,
    when: attribution.when.filter(within),
    where: attribution.where.filter(within),
    event: attribution.event,
    quote: attribution.quote,
    proposition: describePart(reading, text, attribution, told),
    sense: place.sense === null ? null : poolSense(place.sense, told.ranges),
  };
}
