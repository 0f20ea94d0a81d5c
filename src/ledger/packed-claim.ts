import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { wordsOfClaim } from './claim-facets.ts';
import type { Claim } from './claim.ts';
import type { Proposition } from './propositions/proposition.ts';

/** A claim as its row holds it: what it is looked for by, as JSON, and the rest, packed; its id stands beside. */
interface PackedClaim {
  readonly gist: string;
  readonly body: Uint8Array;
}

/** What a search compares with what is asked. */
export interface Gist {
  readonly proposition: Proposition;
  readonly sense: Claim['sense'];
  /** As `wordsOfClaim` has them, parted by spaces. */
  readonly words: string;
}

/** What most claims hold: a claim is short, and has little to refer back to in itself. */
const COMMON = Buffer.from(
  '"published":null,"url":"https://www.party":"person","organization","government","how":"named","metadata","coreference","possessive","score":3,"hedges":[{"start":"certain","probable","possible"' +
    '{"appearances":[{"id":"","report":{"key":"","url":"","outlet":"","title":"","published":"20","version":""},"attribution":"a1","in":"text","voice":"own","content":[{"start":,"end":,"text":""}],"chain":[{"kind":"outlet","entity":null,"mention":null,"name":"","how":"metadata"},{"name":"","kind":"person","how":"named","entity":"e1","mention":{"start":,"end":,"text":""}}],"polarity":"affirmed","certainty":{"level":"unstated","score":null,"hedges":[]},"places":[],"lineage":"stated","copiedFrom":null,"checked":null,"setAside":false}],"outlets":1,"origins":[{"name":"","kind":"person","party":null,"via":null,"first":"20","appearances":[0]}],"unknownLineage":0,"independent":{"atLeast":1,"atMost":1,"why":[]},"basis":{"reports":1,"outlets":1,"from":"20","to":"20"},"unread":[],"denials":[],"expected":null,"grade":null,"alerts":[]}',
);
/** A small window: to make a large one ready takes longer than to pack a claim. */
const PACK = { level: 4, memLevel: 4, windowBits: 13, dictionary: COMMON };

/** The same claim gives the same bytes. `words`: those by which it is found. */
export function packClaim(claim: Claim): PackedClaim & { readonly words: readonly string[] } {
  const { proposition, sense, ...rest } = claim;
  const words = wordsOfClaim(claim);
  const gist: Gist = { proposition, sense, words: words.join(' ') };
  // The first appearance is the first of all.
  const body = pack({ ...rest, id: undefined, text: undefined, firstAppearance: undefined });
  return { words, gist: JSON.stringify(gist), body };
}

/** A row of `claims`. */
export interface ClaimRow extends PackedClaim {
  readonly id: string;
}

export const CLAIM_ROW = 'claims.id, gist, body';

export function unpackClaim({ id, gist, body }: ClaimRow): Claim {
  const rest = unpack(body) as Omit<Claim, 'id' | 'text' | 'proposition' | 'sense' | 'firstAppearance'>;
  const [firstAppearance] = rest.appearances;
  if (firstAppearance === undefined) throw new RangeError(`the claim ${id} has no appearance`);
  const { proposition, sense } = unpackGist(gist);
  // The column `text` is for lists, and holds no NUL.
  return { id, text: proposition.text, proposition, sense, firstAppearance, ...rest };
}

/** Not packed: a search looks at hundreds of them. */
export function unpackGist(gist: string): Gist {
  return JSON.parse(gist) as Gist;
}

function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), PACK);
}

function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(bytes, { dictionary: COMMON }).toString('utf8'));
}
