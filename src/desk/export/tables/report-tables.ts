import { openCodePoints } from '../code-points.ts';
import { defineTable, END, joinNames, PART, REPORT_KEY, START, TEXT_HASH } from './table.ts';

export const reports = defineTable(
  'reports',
  'One row a report, as its newest version has it.',
  {
    report: REPORT_KEY,
    url: ['text', 'address as given'],
    outlet: ['text', 'who published it; empty: not known'],
    wire: ['text', 'agency that it is credited to'],
    title: ['words', 'its title'],
    authors: ['text', 'names, joined by "; "'],
    section: ['text', 'section of the outlet'],
    kind: ['text', 'news, opinion, live, statement, transcript or unknown'],
    language: ['text', 'BCP 47'],
    published: ['text', 'ISO 8601 or EDTF'],
    published_from: ['text', 'given, metadata, page or inferred'],
    modified: ['text', 'ISO 8601, as the page says'],
    versions: ['integer', 'texts of this address that are held'],
    text_sha256: TEXT_HASH,
    capture_sha256: ['text', 'sha256 of the bytes that were saved'],
    capture_kind: ['text', 'html, text or markdown'],
    captured: ['text', 'when they were got; empty: not known'],
    added: ['text', 'when they came into the ledger, in UTC'],
    reader: ['text', 'version of Hearsay that read it'],
    network: ['text', 'hash of the network that read it'],
    rules: ['text', 'hash of the rules that read it'],
    text: ['words', 'the story'],
  },
  async function* rows(material) {
    for (const held of material.reports) {
      const { report } = await material.reading(held);
      yield {
        ...{ report: held.key, url: held.url, outlet: held.outlet, wire: report.wire, title: held.title },
        ...{ authors: joinNames(report.authors), section: report.section, kind: held.kind, language: held.language },
        ...{ published: held.published, published_from: report.publishedFrom, modified: held.modified },
        ...{ versions: held.versions, text_sha256: held.text, capture_sha256: held.capture.sha256 },
        ...{ capture_kind: held.capture.kind, captured: held.capture.captured, added: held.capture.added },
        ...{ reader: held.by.hearsay, network: held.by.network, rules: held.by.rules, text: report.text },
      };
    }
  },
);

export const attributions = defineTable(
  'attributions',
  'One row an act of telling: who is credited with what. Its words are in spans.',
  {
    report: REPORT_KEY,
    text_sha256: TEXT_HASH,
    in: PART,
    attribution: ['text', 'id, unique in its part of the report'],
    parent: ['text', 'the attribution in whose content it stands'],
    voice: ['text', 'attributed; own: what the report says itself'],
    act: ['text', 'say, claim, deny and so on'],
    quote: ['text', 'direct, mixed, indirect or none'],
    polarity: ['text', 'affirmed, negated, denied, disputed, unconfirmed or declined'],
    certainty: ['text', 'certain, probable, possible or unstated'],
    certainty_score: ['real', '-3 to 3; empty: nothing marks it'],
    chain: ['text', 'who told whom, from the reader backwards, joined by " ← "'],
    source: ['text', 'the last of the chain'],
    source_kind: ['text', 'person, organization, government, outlet, wire, document, poll, social, observation, unnamed or unknown'], // prettier-ignore
    source_how: ['text', 'how it is known: named, coreference, possessive and so on'],
    unnamed_wording: ['words', 'what an unnamed source is called'],
    unnamed_number: ['text', 'one, two, several or unknown'],
    unnamed_affiliation: ['text', 'whom it is said to belong to'],
    unnamed_generic: ['yes-no', 'people at large (“critics”): told of nobody in particular'],
    expected: ['yes-no', 'it was ahead when published'],
    event: ['text', 'planned, scheduled, expected, possible, promised, threatened, cancelled or postponed'],
    event_window: ['text', 'EDTF'],
    confidence: ['real', 'chance that source, cue and content all overlap the right ones'],
    added_by: ['text', 'the person who added it; empty: the reader found it'],
  },
  async function* rows(material) {
    for (const held of material.reports) {
      const reading = await material.reading(held);
      for (const [part, list] of [
        ['title', reading.headline],
        ['text', reading.attributions],
      ] as const)
        // prettier-ignore
        for (const one of list) {
          const last = one.chain.at(-1);
          yield {
            ...{ report: held.key, text_sha256: held.text, in: part, attribution: one.id, parent: one.parent },
            ...{ voice: one.voice, act: one.act, quote: one.quote, polarity: one.polarity },
            ...{ certainty: one.certainty.level, certainty_score: one.certainty.score },
            ...{ chain: one.chain.map(({ name }) => name).join(' ← ') || null, source: last?.name ?? null },
            ...{ source_kind: last?.kind ?? null, source_how: last?.how ?? null },
            ...{ unnamed_wording: last?.unnamed?.wording ?? null, unnamed_number: last?.unnamed?.number ?? null },
            ...{ unnamed_affiliation: last?.unnamed?.affiliation ?? null, unnamed_generic: last?.unnamed?.generic ?? null }, // prettier-ignore
            ...{ expected: one.expected, event: one.event?.kind ?? null, event_window: one.event?.window ?? null },
            ...{ confidence: one.confidence, added_by: one.addedBy?.by ?? null },
          };
        }
    }
  },
);

export const links = defineTable(
  'links',
  'One row a link in the text of a report.',
  {
    report: REPORT_KEY,
    text_sha256: TEXT_HASH,
    start: START,
    end: END,
    text: ['words', 'the words that are linked'],
    href: ['text', 'where to'],
  },
  async function* rows(material) {
    for (const held of material.reports) {
      const { report } = await material.reading(held);
      const count = openCodePoints(report.text);
      for (const { start, end, text, href } of report.links)
        yield { report: held.key, text_sha256: held.text, start: count(start), end: count(end), text, href };
    }
  },
);

export const entities = defineTable(
  'entities',
  'One row a person, body, outlet or place that a report speaks of. Its mentions are in spans.',
  {
    report: REPORT_KEY,
    entity: ['text', 'id, unique in its report'],
    name: ['text', 'its fullest name'],
    kind: ['text', 'person, organization, government, outlet, place or unknown'],
    mentions: ['integer', 'how often'],
  },
  async function* rows(material) {
    for (const held of material.reports)
      for (const { id, name, kind, mentions } of (await material.reading(held)).entities)
        yield { report: held.key, entity: id, name, kind, mentions: mentions.length };
  },
);
