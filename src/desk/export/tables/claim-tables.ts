import type { Claim, ClaimAppearance } from '../../../ledger/claim.ts';
import { quoteSpans } from '../../format/words.ts';
import { openCodePoints } from '../code-points.ts';
import type { Material } from '../material.ts';
import { defineTable, END, joinNames, PART, REPORT_KEY, START } from './table.ts';

const CLAIM = ['text', 'id of the claim: of its first appearance'] as const;

export const claims = defineTable(
  'claims',
  'One row a claim: what its appearances have in common.',
  {
    claim: CLAIM,
    text: ['words', 'its first appearance in words'],
    reports: ['integer', 'reports that carry it'],
    outlets: ['integer', 'outlets that carry it'],
    from: ['text', 'earliest publication seen here'],
    to: ['text', 'latest publication seen here'],
    origins: ['integer', 'known origins'],
    independent_at_least: ['integer', 'of these, surely distinct'],
    independent_at_most: ['integer', 'known origins and one for each group that does not say'],
    why: ['text', 'how this was counted, joined by "; "'],
    unknown_lineage: ['integer', 'appearances that do not say where they have it from'],
    denials: ['integer', 'appearances that speak against it, do not confirm it or decline'],
    checked: ['integer', 'appearances that a person saw in their place and accepted'],
    checkable: ['integer', 'appearances that count'],
    unread: ['text', 'outlets that are named and not read, joined by "; "'],
    alerts: ['text', 'circular, single-origin, hedge-dropped and so on, joined by "; "'],
    expected: ['text', 'what became of it where it was ahead: expected, happened and so on'],
  },
  async function* rows(material) {
    for await (const claim of material.claims()) {
      const counted = claim.appearances.filter(({ setAside }) => !setAside);
      yield {
        ...{ claim: claim.id, text: claim.text, reports: claim.basis.reports, outlets: claim.outlets },
        ...{ from: claim.basis.from, to: claim.basis.to, origins: claim.origins.length },
        ...{ independent_at_least: claim.independent.atLeast, independent_at_most: claim.independent.atMost },
        ...{ why: joinNames(claim.independent.why), unknown_lineage: claim.unknownLineage },
        ...{ denials: claim.denials.length, checked: counted.filter((one) => one.checked !== null).length },
        ...{ checkable: counted.length, unread: joinNames([...new Set(claim.unread.map(({ outlet }) => outlet))]) },
        ...{ alerts: joinNames([...new Set(claim.alerts.map(({ kind }) => kind))]) },
        expected: claim.expected?.status ?? null,
      };
    }
  },
);

export const appearances = defineTable(
  'appearances',
  'One row a claim in one place of one report.',
  {
    claim: CLAIM,
    claim_text: ['words', 'the claim in words'],
    appearance: ['text', 'id: hash of report, text and offsets'],
    report: REPORT_KEY,
    url: ['text', 'address of the report'],
    outlet: ['text', 'who published it'],
    published: ['text', 'ISO 8601 or EDTF'],
    text_sha256: ['text', 'sha256 of the text (UTF-8) of the report'],
    capture_sha256: ['text', 'sha256 of the bytes that were saved'],
    captured: ['text', 'when they were got; empty: not known'],
    attribution: ['text', 'the attribution that tells it'],
    in: PART,
    start: START,
    end: END,
    pieces: ['integer', 'above 1: discontinuous; spans has each piece'],
    voice: ['text', 'attributed; own: what the report says itself'],
    polarity: ['text', 'affirmed, negated, denied, disputed, unconfirmed or declined'],
    certainty: ['text', 'certain, probable, possible or unstated'],
    certainty_score: ['real', '-3 to 3; empty: nothing marks it'],
    lineage: ['text', 'stated, completed, copied or unknown'],
    copied_from: ['text', 'id of the appearance whose words it takes over'],
    chain: ['text', 'who told whom, from the reader backwards, joined by " ← "'],
    origins: ['text', 'the origins that it is traced to, joined by "; "'],
    places: ['text', 'names of the places in it, joined by "; "'],
    checked: ['yes-no', 'a person saw it in its place and accepted it'],
    checked_by: ['text', 'who'],
    checked_at: ['text', 'when, in UTC'],
    set_aside: ['yes-no', 'a person rejected it: it is in no count'],
    added_by: ['text', 'the person who added what tells it; empty: the reader found it'],
    text: ['words', 'the words that stand there; pieces joined by " … "'],
  },
  async function* rows(material) {
    for await (const claim of material.claims())
      for (const [i, one] of claim.appearances.entries()) yield describeAppearance(material, claim, one, i);
  },
);

async function describeAppearance(material: Material, claim: Claim, one: ClaimAppearance, i: number) {
  const { report } = one;
  const held = material.held(report.key);
  const { start, end } = await placeOf(material, one);
  const origins = claim.origins.filter(({ appearances: at }) => at.includes(i)).map(({ name }) => name);
  return {
    ...{ claim: claim.id, claim_text: claim.text, appearance: one.id, report: report.key, url: report.url },
    ...{ outlet: report.outlet, published: report.published, text_sha256: report.version },
    ...{ capture_sha256: held?.capture.sha256 ?? null, captured: held?.capture.captured ?? null },
    ...{ attribution: one.attribution, in: one.in, start, end, pieces: one.content.length, voice: one.voice },
    ...{ polarity: one.polarity, certainty: one.certainty.level, certainty_score: one.certainty.score },
    ...{ lineage: one.lineage, copied_from: one.copiedFrom, chain: nameLinks(one), origins: joinNames(origins) },
    ...{ places: joinNames(one.places), checked: one.checked !== null, checked_by: one.checked?.by ?? null },
    ...{ checked_at: one.checked?.at ?? null, set_aside: one.setAside, added_by: one.addedBy?.by ?? null },
    text: wordsOf(one),
  };
}

export const origins = defineTable(
  'origins',
  'One row an origin of a claim and an appearance that is traced to it.',
  {
    claim: CLAIM,
    origin: ['integer', 'which of the claim, from 1'],
    name: ['text', 'a person, a body, a document, or an unnamed group as told to one outlet'],
    kind: ['text', 'person, organization, government, document, unnamed and so on'],
    party: ['text', 'whom it belongs to; empty: not told'],
    via: ['text', 'the outlet that it was told to; empty: it speaks to all'],
    first: ['text', 'publication of its earliest appearance seen here'],
    appearance: ['text', 'id of the appearance'],
  },
  async function* rows(material) {
    for await (const { id, origins: list, appearances: all } of material.claims())
      for (const [i, { name, kind, party, via, first, appearances: at }] of list.entries())
        for (const place of at)
          yield { claim: id, origin: i + 1, name, kind, party, via, first, appearance: all[place]?.id ?? null };
  },
);

export const denials = defineTable(
  'denials',
  'One row a claim and an attribution that speaks against it, does not confirm it, or declines.',
  {
    claim: CLAIM,
    by: ['text', 'who'],
    party: ['text', 'whom they belong to; empty: not told'],
    strength: ['text', 'denied, disputed, unconfirmed or declined'],
    leaves: ['words', 'what it leaves undenied; empty: nothing told apart'],
    appearance: ['text', 'id of the appearance'],
    report: REPORT_KEY,
    url: ['text', 'address of the report'],
    outlet: ['text', 'who published it'],
    published: ['text', 'ISO 8601 or EDTF'],
    text_sha256: ['text', 'sha256 of the text (UTF-8) of the report'],
    in: PART,
    start: START,
    end: END,
    pieces: ['integer', 'above 1: discontinuous; spans has each piece'],
    text: ['words', 'the words that stand there; pieces joined by " … "'],
  },
  async function* rows(material) {
    for await (const claim of material.claims())
      for (const { by, party, strength, leaves, appearance: one } of claim.denials) {
        const { report, in: part, content } = one;
        const { start, end } = await placeOf(material, one);
        yield {
          ...{ claim: claim.id, by, party, strength, leaves, appearance: one.id, report: report.key },
          ...{ url: report.url, outlet: report.outlet, published: report.published, text_sha256: report.version },
          ...{ in: part, start, end, pieces: content.length, text: wordsOf(one) },
        };
      }
  },
);

export const events = defineTable(
  'events',
  'One row a claim about something that was ahead, and what became of it.',
  {
    claim: CLAIM,
    text: ['words', 'the claim in words'],
    window: ['text', 'when: EDTF; empty: open'],
    places: ['text', 'where, joined by "; "'],
    who: ['text', 'whose, joined by "; "'],
    status: ['text', 'expected, confirmed, happened, did-not, moved, cancelled or overdue'],
    evidence: ['text', 'addresses that show it, joined by a space'],
    set_by: ['text', 'who set the status; empty: it is computed'],
    set_at: ['text', 'when, in UTC'],
    set_why: ['text', 'why'],
  },
  async function* rows(material) {
    for await (const { id, text, expected } of material.claims()) {
      if (expected === null) continue;
      const { window, where, who, status, evidence, setBy } = expected;
      const shown = evidence.flatMap(({ report }) => report.url ?? []);
      yield {
        ...{ claim: id, text, window, places: joinNames(where), who: joinNames(who), status },
        evidence: shown.length === 0 ? null : [...new Set(shown)].join(' '),
        ...{ set_by: setBy?.by ?? null, set_at: setBy?.at ?? null, set_why: setBy?.why ?? null },
      };
    }
  },
);

/** From its first code point to its last. */
async function placeOf(
  material: Material,
  { report, in: part, content }: ClaimAppearance,
): Promise<{ readonly start: number | null; readonly end: number | null }> {
  // prettier-ignore
  const [first] = content;
  if (first === undefined) return { start: null, end: null };
  const count = openCodePoints((await material.words(report.key))[part]);
  return { start: count(first.start), end: count(Math.max(...content.map(({ end }) => end))) };
}

/** One piece exactly as it stands; several as a reader would quote them. */
function wordsOf({ content }: ClaimAppearance): string {
  return content.length === 1 ? (content[0]?.text ?? '') : quoteSpans(content);
}

function nameLinks({ chain }: ClaimAppearance): string | null {
  return chain.map(({ name }) => name).join(' ← ') || null;
}
