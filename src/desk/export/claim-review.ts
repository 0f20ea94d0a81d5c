import type { Claim, ClaimAppearance } from '../../ledger/claim.ts';
import { showClaim } from '../../ledger/shown-claim.ts';
import { summariseClaim } from '../format/claim-words.ts';
import { escapeJson } from '../format/harmless.ts';
import { quoteSpans } from '../format/words.ts';
import type { Material } from './material.ts';

/**
 * schema.org JSON-LD, a ClaimReview a claim in one @graph. Nothing is rated: `reviewRating` has no value, and its
 * `alternateName` says so with the number of independent origins.
 * https://schema.org/ClaimReview
 */
export async function* writeClaimReviews(material: Material): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[';
  let first = true;
  for await (const claim of material.claims()) {
    yield `${first ? '' : ','}\n${escapeJson(JSON.stringify(describeReview(claim, material)))}`;
    first = false;
  }
  yield '\n]}\n';
}

export function describeReview(claim: Claim, { at, program }: Pick<Material, 'at' | 'program'>): object {
  return {
    '@type': 'ClaimReview',
    '@id': `urn:hearsay:review:${claim.id}`,
    claimReviewed: claim.text,
    description: summariseClaim(showClaim(claim)),
    reviewRating: { '@type': 'Rating', alternateName: nameUngraded(claim) },
    sdDatePublished: at,
    sdPublisher: { '@type': 'Organization', name: program },
    itemReviewed: describeClaim(claim),
  };
}

/** “ungraded: 1 to 2 independent origins”. */
export function nameUngraded({ independent: { atLeast, atMost } }: Pick<Claim, 'independent'>): string {
  const range = atLeast === atMost ? String(atMost) : `${String(atLeast)} to ${String(atMost)}`;
  return `ungraded: ${range} independent ${atMost === 1 ? 'origin' : 'origins'}`;
}

function describeClaim({ id, text, basis, origins, appearances, firstAppearance, denials }: Claim): object {
  return {
    '@type': 'Claim',
    '@id': `urn:hearsay:claim:${id}`,
    text,
    ...(basis.from === null ? {} : { datePublished: basis.from }),
    ...(origins.length === 0 ? {} : { author: origins.map(({ name, kind }) => nameParty(name, kind)) }),
    firstAppearance: describeAppearance(firstAppearance),
    appearance: appearances.filter(({ setAside }) => !setAside).map(describeAppearance),
    ...(denials.length === 0 ? {} : { comment: denials.map(describeDenial) }),
  };
}

function describeAppearance(one: ClaimAppearance): object {
  const { report, content, chain } = one;
  const speaker = chain.at(-1);
  return {
    '@type': 'NewsArticle',
    ...(report.url === null ? { identifier: `urn:sha256:${report.version}` } : { url: report.url }),
    ...(report.title === null ? {} : { headline: report.title }),
    ...(report.published === null ? {} : { datePublished: report.published }),
    ...(report.outlet === null ? {} : { publisher: { '@type': 'Organization', name: report.outlet } }),
    hasPart: {
      '@type': 'Quotation',
      '@id': `urn:hearsay:appearance:${one.id}`,
      text: quoteSpans(content),
      ...(speaker === undefined ? {} : { spokenByCharacter: nameParty(speaker.name, speaker.kind) }),
    },
  };
}

function describeDenial({ by, strength, leaves, appearance: { report, content } }: Claim['denials'][number]): object {
  return {
    '@type': 'Comment',
    name: leaves === null ? strength : `${strength}; leaves open: ${leaves}`,
    author: nameParty(by, 'unknown'),
    text: quoteSpans(content),
    ...(report.url === null ? {} : { url: report.url }),
    ...(report.published === null ? {} : { datePublished: report.published }),
  };
}

const TYPES: Readonly<Partial<Record<Claim['origins'][number]['kind'], string>>> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  outlet: 'NewsMediaOrganization',
  wire: 'NewsMediaOrganization',
};

/** schema.org has no author that is neither: documents, polls and unnamed groups are bodies by name. */
function nameParty(name: string, kind: Claim['origins'][number]['kind']): object {
  return { '@type': TYPES[kind] ?? 'Organization', name };
}
