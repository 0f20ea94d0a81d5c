import type { ShownAppearance, ShownClaim } from '../../ledger/shown-claim.ts';
import { describeMoment, tellWindow } from './moment.ts';
import { POLARITY } from './words.ts';

/** Newsroom words for a claim (contract §5). */

/** Origins, names and outlets that one sentence takes. */
const MOST = 3;

/**
 * One passage fit to print, made from the facts: “12 of the 13 outlets trace to unnamed officials speaking to The New York
 * Times; one does not say. Earliest seen here: 4 September 2023, 14:03. 9 of 13 checked.”
 */
export function summariseClaim(claim: ShownClaim): string {
  const { basis, unread, appearances } = claim;
  if (appearances.every(({ setAside }) => setAside)) return 'Set aside by a person: it is in no count.';
  const onlyDenied = appearances.every(({ polarity }) => polarity !== 'affirmed' && polarity !== 'negated');
  return [
    onlyDenied ? 'Only what speaks against it is seen.' : null,
    traceInWords(claim),
    ...againstInWords(claim),
    basis.from === null ? 'None of its reports is dated.' : `Earliest seen here: ${describeMoment(basis.from)}.`,
    unread.length === 0
      ? null
      : `Named and not read yet: ${joinSome([...new Set(unread.map(({ outlet }) => outlet))])}.`,
    checkedInWords(claim),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** “5 of the 7 outlets trace to A, one to B; one does not say.” */
function traceInWords({ outlets, origins, appearances }: ShownClaim): string {
  const carried = (at: readonly number[]): ReadonlySet<string> => new Set(at.flatMap((i) => (appearances[i] ? [keyCarrierOf(appearances[i])] : []))); // prettier-ignore
  const traced = Math.min(outlets, carried(origins.flatMap(({ appearances: at }) => at)).size);
  const groups = origins
    .map((origin) => ({ name: nameOrigin(origin), size: Math.min(outlets, carried(origin.appearances).size) }))
    .sort((a, b) => b.size - a.size);
  const [first, ...others] = groups;
  const silent = outlets - traced;
  if (outlets === 1) {
    const only = appearances[0] ? nameOutletOf(appearances[0]) : 'The outlet';
    return first === undefined ? `${capitalise(only)} does not say where it got it.` : `${capitalise(only)} traces it to ${joinSome(groups.map(({ name }) => name))}.`; // prettier-ignore
  }
  const all = outlets === 2 ? 'both outlets' : `all ${String(outlets)} outlets`;
  if (first === undefined) return outlets === 2 ? 'Neither of the outlets says where it got it.' : `None of the ${String(outlets)} outlets says where it got it.`; // prettier-ignore
  const lead = first.size === outlets ? `${capitalise(all)} trace to ${first.name}` : `${capitalise(inWords(first.size))} of the ${String(outlets)} outlets ${first.size === 1 ? 'traces' : 'trace'} to ${first.name}`; // prettier-ignore
  const told = others.slice(0, MOST - 1).map(({ name, size }) => `${inWords(size)} to ${name}`);
  const more = others.length - told.length;
  const rest = more > 0 ? [...told, `to ${inWords(more)} other ${more === 1 ? 'origin' : 'origins'}`] : told;
  const end = silent === 0 ? '' : `; ${inWords(silent)} ${silent === 1 ? 'does' : 'do'} not say`;
  return `${joinList([lead, ...rest])}${end}.`;
}

function againstInWords({ denials: all }: ShownClaim): string[] {
  const denials = all.filter(({ appearance }) => !appearance.setAside);
  const kinds = [
    ['Against it', ['denied', 'disputed']],
    ['Not confirmed by', ['unconfirmed']],
    ['No comment from', ['declined']],
  ] as const;
  return kinds.flatMap(([words, strengths]) => {
    const by = denials.filter(({ strength }) => strengths.some((one) => one === strength)).map((one) => nameTeller(one.by)); // prettier-ignore
    return by.length === 0 ? [] : [`${words}: ${joinSome([...new Set(by)])}.`];
  });
}

function checkedInWords({ checked }: ShownClaim): string {
  if (checked.of === 1) return checked.appearances === 1 ? 'Checked.' : 'Not checked.';
  return `${checked.appearances === 0 ? 'None' : String(checked.appearances)} of ${String(checked.of)} checked.`;
}

/** “unnamed officials, to The New York Times” speak to it; a document or a person stands as it is, with whom it belongs to. */
export function nameOrigin({
  name,
  party,
  kind,
}: Pick<ShownClaim['origins'][number], 'name' | 'party' | 'kind'>): string {
  const spoken = nameTeller(name);
  return party === null || kind === 'unnamed' || name.includes(party) ? spoken : `${spoken} (${party})`;
}

/** “unnamed officials, to The New York Times” speak to it. */
export function nameTeller(name: string): string {
  return name.replace(/, to (?=[^,]+$)/u, ' speaking to ');
}

/** Who carries it, as a reader would call it. */
export function nameOutletOf({ report, chain }: ShownAppearance): string {
  return report.outlet ?? chain[0]?.name ?? report.url ?? 'one report';
}

/** Reports without an outlet count each for itself, as they do in `outlets`. */
function keyCarrierOf({ report }: ShownAppearance): string {
  return report.outlet ?? report.version;
}

const LINEAGE: Readonly<Record<ShownAppearance['lineage'], string>> = {
  stated: 'says where it got it',
  completed: 'says where it got it, and that report says the rest',
  copied: 'copied',
  unknown: 'does not say where it got it',
};

/** “says where it got it · against · possible · checked” */
export function describeAppearance({
  lineage,
  chain,
  polarity,
  certainty,
  checked,
  setAside,
  addedBy = null,
}: Pick<ShownAppearance, 'lineage' | 'polarity' | 'certainty' | 'checked' | 'setAside'> & {
  readonly chain: readonly object[];
  readonly addedBy?: { readonly by: string } | null;
}): string[] {
  if (setAside) return ['set aside, in no count'];
  const own = chain.length <= 1 && lineage === 'unknown';
  const level = certainty.level === 'possible' || certainty.level === 'probable' ? certainty.level : null;
  return [own ? 'in the outlet’s own words' : LINEAGE[lineage], POLARITY[polarity], level, addedBy === null ? null : `added by ${addedBy.by}`, checked ? 'checked' : null].filter((part) => part !== null); // prettier-ignore
}

/** “Graded B2 by Ines on 4 March 2031: she signs the contracts.” Typed by a person; Hearsay grades nothing. */
export function describeGrade({ reliability, credibility, by, at, why }: NonNullable<ShownClaim['grade']>): string {
  const grade = `${reliability ?? '–'}${credibility === null ? '–' : String(credibility)}`;
  return `Graded ${grade} by ${by} on ${describeMoment(at.slice(0, 10))}${why === '' ? '' : `: ${why}`}.`;
}

export const STRENGTH: Readonly<Record<ShownClaim['denials'][number]['strength'], string>> = {
  denied: 'against',
  disputed: 'against (disputed)',
  unconfirmed: 'not confirmed',
  declined: 'no comment',
};

const STATUS: Readonly<Record<NonNullable<ShownClaim['expected']>['status'], string>> = {
  expected: 'still ahead',
  confirmed: 'still ahead, and confirmed',
  happened: 'happened',
  'did-not': 'did not happen',
  moved: 'moved',
  cancelled: 'called off',
  overdue: 'overdue; its day has passed, and nothing seen here says what became of it',
};

/** “Expected 13 October 2025 to 14 October 2025, in Quellin: happened” */
export function describeExpected({ window, where, status }: NonNullable<ShownClaim['expected']>): string {
  const time = tellWindow(window);
  const place = where.length === 0 ? '' : `${time === null ? '' : ','} in ${joinSome(where)}`;
  const undated = time === null && (status === 'expected' || status === 'confirmed') ? ', no date told' : '';
  return `Expected${time === null ? '' : ` ${time}`}${place}${undated}: ${STATUS[status]}`;
}

const ALERT: Readonly<Record<ShownClaim['alerts'][number]['kind'], string>> = {
  circular: 'Circle',
  'single-origin': 'One origin',
  'hedge-dropped': 'Hedge dropped',
  'number-drift': 'Numbers differ',
  retracted: 'Withdrawn',
  'not-in-cited': 'Not in the report it names',
  'quote-altered': 'Quotation altered',
};

export function describeAlert({ kind, what }: ShownClaim['alerts'][number]): string {
  return `${ALERT[kind]}: ${kind === 'number-drift' ? sayAmounts(what) : what}`;
}

/** “2,000,000,000 $” as a newsroom writes it: “$2 billion”. */
function sayAmounts(what: string): string {
  return what
    .replace(/\d[\d,]*(?:\.\d+)?/gu, (written) => {
      const value = Number(written.replaceAll(',', ''));
      return value < 1e6 ? written : LARGE.format(value);
    })
    .replace(/(\d[\d,.]*(?: [mbt]r?illion)?) ([$€£¥])/gu, '$2$1');
}

const LARGE = new Intl.NumberFormat('en-US', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 9 });

/** Why origins are counted as they are, a sentence each, none twice. */
export function listReasons({
  independent,
}: {
  readonly independent: { readonly why: readonly string[] };
}): readonly string[] {
  return [...new Set(independent.why)].map((why) => `${capitalise(why.replaceAll(', to ', ' speaking to ')).replace(/\.$/u, '')}.`); // prettier-ignore
}

/** “A, B and C”; of many the first three, and how many more. */
export function joinSome(names: readonly string[]): string {
  const more = names.length - MOST;
  return joinList(more > 1 ? [...names.slice(0, MOST), `${String(more)} more`] : names);
}

function joinList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function inWords(count: number): string {
  return count === 1 ? 'one' : String(count);
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
