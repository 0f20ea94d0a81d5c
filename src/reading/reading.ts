import { z } from 'zod';
import { ACTS, type Act } from './act-names.ts';

/** The schema is the source: JSON Schema in `schema/`, the types and the tests come from it (contract §4). */
const span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});

const unnamed = z.strictObject({
  wording: z.string(),
  number: z.enum(['one', 'two', 'several', 'unknown']),
  position: z.string().nullable(),
  affiliation: z.string().nullable(),
  closeness: z.string().nullable(),
  reason: z.string().nullable(),
  generic: z.boolean(),
});

const chainLink = z.strictObject({
  name: z.string(),
  kind: z.enum(['person', 'organization', 'government', 'outlet', 'wire', 'document', 'poll', 'social', 'observation', 'unnamed', 'unknown']), // prettier-ignore
  how: z.enum(['named', 'coreference', 'possessive', 'speaker-turn', 'byline', 'link', 'metadata', 'inferred']),
  entity: z.string().nullable(),
  mention: span.nullable(),
  unnamed: unnamed.optional(),
});

const timeExpression = span.extend({
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
  edtf: z.string().nullable(),
});

const place = span.extend({
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  country: z.string().nullable(),
  geonames: z.int().nullable(),
});

const attribution = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  voice: z.enum(['attributed', 'own']),
  source: z.array(span),
  cue: z.array(span),
  content: z.array(span),
  quote: z.enum(['direct', 'mixed', 'indirect', 'none']),
  act: z.enum(ACTS).nullable(),
  chain: z.array(chainLink),
  polarity: z.enum(['affirmed', 'negated', 'denied', 'disputed', 'unconfirmed', 'declined']),
  certainty: z.strictObject({
    level: z.enum(['certain', 'probable', 'possible', 'unstated']),
    score: z.number().min(-3).max(3).nullable(),
    hedges: z.array(span),
  }),
  when: z.array(timeExpression),
  where: z.array(place),
  expected: z.boolean(),
  event: z
    .strictObject({
      kind: z.enum(['planned', 'scheduled', 'expected', 'possible', 'promised', 'threatened', 'cancelled', 'postponed']), // prettier-ignore
      window: z.string().nullable(),
      where: z.array(z.int()),
      who: z.array(z.string()),
    })
    .nullable(),
  confidence: z.number().min(0).max(1),
  /** Only where a person added it and the reader has none of it (docs/decisions/0022). */
  addedBy: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).optional(),
});

export const readingSchema = z.strictObject({
  schema: z.literal('hearsay/reading/1'),
  input: z.string(),
  by: z.strictObject({ hearsay: z.string(), network: z.string(), rules: z.string() }),
  report: z.strictObject({
    id: z.string().nullable(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    wire: z.string().nullable(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    section: z.string().nullable(),
    kind: z.enum(['news', 'opinion', 'live', 'statement', 'transcript', 'unknown']),
    published: z.string().nullable(),
    publishedFrom: z.enum(['given', 'metadata', 'page', 'inferred']).nullable(),
    modified: z.string().nullable(),
    captured: z.string().nullable(),
    language: z.string().nullable(),
    sha256: z.string(),
    text: z.string(),
    links: z.array(span.extend({ href: z.string() })),
    extra: z.record(z.string(), z.unknown()),
  }),
  attributions: z.array(attribution),
  headline: z.array(attribution),
  entities: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['person', 'organization', 'government', 'outlet', 'place', 'unknown']),
      mentions: z.array(span.extend({ why: z.string() })),
    }),
  ),
  times: z.array(timeExpression),
  places: z.array(place.extend({ use: z.enum(['location', 'government', 'demonym']) })),
  audit: z.strictObject({
    attributions: z.int(),
    named: z.int(),
    unnamed: z.int(),
    official: z.int(),
    document: z.int(),
    women: z.int(),
    men: z.int(),
  }),
  /** What the text and its title mean, place by place (`SenseGrid`); kept in the ledger, not printed. */
  sense: z.strictObject({ text: z.string(), title: z.string() }).optional(),
  notes: z.array(z.strictObject({ code: z.string(), what: z.string(), span: span.nullable() })),
});

/** The result of `read`: a pure function of (article, network, rules). */
export type Reading = z.infer<typeof readingSchema>;
export type Attribution = Reading['attributions'][number];
export type ChainLink = Attribution['chain'][number];
export type { Act };
