import { startOf, type Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { likenessOf, lookUp } from '../word-table.ts';
import type { Links } from './cluster.ts';

/** What takes up a matter that is told elsewhere: “news of the split”, “the discussions with Holm”, “its plan”. */
const TAKEN_UP =
  /^["“]?(?:(?:the|this|that|these|those|its|his|her|their)\b|(?:an? )?(?:news|word|reports?|rumou?rs?)\b(?! that))/iu;
/** Nouns that only say that there is a matter. */
const MATTER = /^(?:news|word|reports?|reported|rumou?rs?|stor(?:y|ies)|moves?|plans?|planned|decisions?|announcements?|developments?|impending|pending|possible|proposed|earlier|matter|published)$/iu; // prettier-ignore
/** Likeness from which two words mean one matter: “talks” and “discussions” .66. */
const LIKE = 0.55;

/**
 * “News of the split was first reported by the Post”: what has no verb of its own says what its report says of that matter
 * elsewhere. Each such appearance with the claim to which it belongs, by the claim's id: what its report tells in
 * the likest words, of the most reports; where it only says that there is a matter, of all that its report tells.
 */
export function placeMentions(clusters: readonly Cluster[], { must, cannot }: Links): ReadonlyMap<Appearance, string> {
  const said = new Set([...must, ...cannot].flat());
  const told = new Map<string, { readonly one: Appearance; readonly cluster: Cluster }[]>();
  for (const cluster of clusters)
    for (const one of cluster.members)
      if (!one.proposition.nominal) told.set(one.report, [...(told.get(one.report) ?? []), { one, cluster }]);
  const placed = new Map<Appearance, string>();
  for (const { id, members } of clusters)
    for (const one of members) {
      if (!takesUp(one) || said.has(one.id)) continue;
      const words = mattersOf(one);
      const near = (told.get(one.report) ?? [])
        .filter((other) => other.one.in === one.in)
        .map((other) => ({ ...other, like: words.length === 0 ? 1 : likenessTo(other.one, words) }))
        .filter(({ like }) => like >= LIKE);
      const [best] = near.sort((a, b) => b.like - a.like || reportsOf(b.cluster) - reportsOf(a.cluster) || startOf(a.one) - startOf(b.one)); // prettier-ignore
      if (best !== undefined && best.cluster.id !== id && reportsOf(best.cluster) > 1) placed.set(one, best.cluster.id);
    }
  return placed;
}

function takesUp({ voice, act, proposition, content }: Appearance): boolean {
  return voice === 'attributed' && proposition.nominal && /^(?:report|confirm|announce|state)$/u.test(act ?? '') && TAKEN_UP.test(content[0]?.text ?? ''); // prettier-ignore
}

function mattersOf({ proposition: { terms, core } }: Appearance): readonly string[] {
  return [...new Set([...terms, ...core])].filter((word) => !MATTER.test(word));
}

/** The likeness of the two words that are most alike. */
function likenessTo({ proposition: { predicate, terms, core } }: Appearance, words: readonly string[]): number {
  const own = [...predicate, ...core, ...terms].map(lookUp);
  return Math.max(0, ...words.map(lookUp).flatMap((word) => own.map((other) => (other.stem === word.stem ? 1 : likenessOf(other, word))))); // prettier-ignore
}

function reportsOf({ members }: Cluster): number {
  return new Set(members.map(({ report }) => report)).size;
}
