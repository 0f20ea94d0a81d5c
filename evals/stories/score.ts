import type { Claim, ClaimAppearance } from '../../src/ledger/claim.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { entriesOf, findQuote, isAsserting, type Entry, type Story } from './gold.ts';

/** What the ledger says of one gold entry. */
export interface Found {
  readonly entry: Entry;
  /** Id of the claim that holds it; null: no appearance overlaps the quotation. */
  readonly claim: string | null;
  /** Name of its origin within the story; null: none found, or lineage unknown. */
  readonly origin: string | null;
  readonly text: string | null;
}

/** The appearance (or denial) of each gold entry: of those that overlap its quotation, the one that fits it best. */
export function findEntries(
  story: Story,
  readings: ReadonlyMap<string, Reading>,
  claims: readonly Claim[],
): readonly Found[] {
  // prettier-ignore
  return entriesOf(story).map((entry) => {
    const reading = readings.get(entry.file);
    const place = reading ? findQuote(reading.report.text, entry.quote) : null;
    const fits = (one: ClaimAppearance): number =>
      !place || one.report.version !== reading?.report.sha256 || one.in !== 'text' ? 0 : fitOf(one.content, place);
    const found: { fit: number; claim: string; origin: string | null; text: string }[] = [];
    for (const claim of claims) {
      const words = (one: ClaimAppearance): string => one.content.map(({ text }) => text).join(' … ');
      if (entry.stance === 'denies' || entry.stance === 'no-comment-only') {
        for (const { appearance, by, party } of claim.denials) found.push({ fit: fits(appearance) + 1e-6, claim: claim.id, origin: party ?? by, text: words(appearance) }); // prettier-ignore
      }
      claim.appearances.forEach((one, i) => {
        const origin = claim.origins.find(({ appearances }) => appearances.includes(i));
        found.push({ fit: fits(one), claim: claim.id, origin: origin ? (origin.party !== null && origin.kind !== 'unnamed' ? origin.party : origin.name) : null, text: words(one) }); // prettier-ignore
      });
    }
    const best = found.filter(({ fit }) => fit > 0.001).sort((a, b) => b.fit - a.fit)[0];
    return { entry, claim: best?.claim ?? null, origin: best?.origin ?? null, text: best?.text ?? null };
  });
}

/** Intersection over union of characters. */
function fitOf(content: ClaimAppearance['content'], place: { readonly start: number; readonly end: number }): number {
  let both = 0;
  let size = 0;
  for (const { start, end } of content) {
    both += Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
    size += end - start;
  }
  return both / (size + place.end - place.start - both);
}

/** B³ F1 of `found` labels against gold ones; what has no label stands alone (Bagga and Baldwin 1998). */
export function scoreB3(items: readonly { readonly gold: readonly string[]; readonly found: string | null }[]): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  // prettier-ignore
  const sameGold = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
  let [precision, recall] = [0, 0];
  items.forEach((a, i) => {
    const found = items.filter((b, j) => i === j || (a.found !== null && a.found === b.found));
    const gold = items.filter((b) => sameGold(a.gold, b.gold));
    const both = found.filter((b) => sameGold(a.gold, b.gold)).length;
    precision += both / found.length;
    recall += both / gold.length;
  });
  const [p, r] = [precision / items.length, recall / items.length];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

export function goldOrigins({ origin }: Entry): readonly string[] {
  return typeof origin === 'string' ? [origin] : origin;
}

export interface StoryScore {
  readonly story: string;
  readonly merging: number;
  readonly origins: number;
  readonly allOrigins: number;
  readonly originError: number;
  readonly firstFive: number;
  readonly denialF1: number;
}

export function scoreStory(story: Story, found: readonly Found[], claims: readonly Claim[]): StoryScore {
  const asserting = found.filter(({ entry }) => isAsserting(entry));
  const byClaim = (id: string): Claim | undefined => claimOf(id, asserting, claims);
  const errors = story.claims.map(({ id }) => {
    const gold = story.independent[id];
    const told = (gold?.asserting ?? []).filter((origin) => !gold?.not_told?.includes(origin)).length;
    return Math.abs((byClaim(id)?.origins.length ?? 0) - told);
  });
  const listed = claims.slice(0, 5).map(({ id }) => id);
  return {
    story: story.story,
    merging: scoreB3(asserting.map(({ entry, claim }) => ({ gold: [entry.claim], found: claim }))).f1,
    origins: scoreB3(asserting.map(({ entry, origin }) => ({ gold: goldOrigins(entry), found: origin }))).f1,
    allOrigins: scoreB3(found.map(({ entry, origin }) => ({ gold: goldOrigins(entry), found: origin }))).f1,
    originError: errors.reduce((sum, one) => sum + one, 0) / errors.length,
    firstFive: story.claims.filter(({ id }) => listed.includes(byClaim(id)?.id ?? '')).length / story.claims.length,
    denialF1: scoreDenials(story, found, claims),
  };
}

/** The found claim that holds most entries of a gold claim. */
export function claimOf(gold: string, found: readonly Found[], claims: readonly Claim[]): Claim | undefined {
  const counts = new Map<string, number>();
  for (const { entry, claim } of found) if (entry.claim === gold && claim !== null) counts.set(claim, (counts.get(claim) ?? 0) + 1); // prettier-ignore
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return claims.find(({ id }) => id === best);
}

/** F1 of denials in the claims that they answer; those found elsewhere than gold has an entry count against it. */
function scoreDenials(story: Story, found: readonly Found[], claims: readonly Claim[]): number {
  const gold = found.filter(({ entry }) => entry.stance === 'denies');
  if (gold.length === 0) return 1;
  const asserting = found.filter(({ entry }) => isAsserting(entry));
  const right = gold.filter(({ entry, claim }) => claim !== null && claimOf(entry.claim, asserting, claims)?.id === claim && claims.find(({ id }) => id === claim)?.denials.some(({ strength }) => strength === 'denied')); // prettier-ignore
  const ids = new Set(story.claims.map(({ id }) => claimOf(id, asserting, claims)?.id));
  const predicted = claims.filter(({ id }) => ids.has(id)).flatMap(({ denials }) => denials.filter(({ strength }) => strength === 'denied' || strength === 'disputed')); // prettier-ignore
  const precision = predicted.length === 0 ? 0 : Math.min(1, right.length / predicted.length);
  const recall = right.length / gold.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
