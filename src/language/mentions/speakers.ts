import { firstPerson } from './anaphors.ts';
import { makeCluster, type Cluster } from './cluster.ts';
import type { Word } from './words.ts';

interface Scene {
  readonly text: string;
  readonly words: readonly Word[];
  readonly clusters: Cluster[];
  /** Who tells what stands at a word, or null. */
  readonly speakerAt: (word: number) => Cluster | null;
  readonly isName: (word: number) => boolean;
}

/**
 * "I" inside a quotation is whoever speaks it; "we" the body that speaks, or that the speaker speaks for, or else the
 * speaker and others; "you" whom they speak to. "I" outside is whoever wrote the report, "you" whoever reads it.
 */
export function tieSpeakers({ text, words, clusters, speakerAt, isName }: Scene): void {
  const made = new Map<string, Cluster>();
  const others = (speaker: Cluster | null, person: 'I' | 'we' | 'you'): Cluster => {
    const key = `${person === 'you' ? 'you' : 'side'} ${String(speaker?.id)}`;
    const known = made.get(key);
    if (known) return known;
    const one = makeCluster(clusters.length, 'person', [], speaker !== null || person === 'you');
    const called = speaker?.links.find((link) => link.form === 'name') ?? speaker?.links[0];
    const name = called?.wording ?? '';
    one.label = person === 'you' ? (called ? `those to whom ${name} speaks` : 'the reader') : called ? `those for whom ${name} speaks` : 'the author'; // prettier-ignore
    clusters.push(one);
    made.set(key, one);
    return one;
  };
  words.forEach((word, i) => {
    const person = isName(i) ? null : firstPerson(word);
    if (!person) return;
    const speaker = speakerAt(i);
    if (!speaker && (person === 'we' || word.quotation >= 0)) return;
    const meant = meantBy(person, speaker, others);
    if (!meant) return;
    const range = { first: i, next: i + 1, start: word.start, end: word.end };
    meant.links.push({ ...range, form: 'pronoun', place: 'object', why: whyOf(person, speaker), wording: text.slice(word.start, word.end), chance: 0.9 }); // prettier-ignore
  });
}

function meantBy(
  person: 'I' | 'we' | 'you',
  speaker: Cluster | null,
  others: (speaker: Cluster | null, person: 'I' | 'we' | 'you') => Cluster,
): Cluster | null {
  if (person === 'you') return others(speaker, person);
  if (person === 'I') return isBody(speaker) ? null : (speaker ?? others(null, person));
  return isBody(speaker) ? speaker : (bodyOf(speaker) ?? others(speaker, person));
}

/** "Norland's prime minister" says "we" of a government, or of all who live there, never of the place. */
function bodyOf(speaker: Cluster | null): Cluster | null {
  return speaker?.body && speaker.body.kind !== 'place' ? speaker.body : null;
}

function whyOf(person: 'I' | 'we' | 'you', speaker: Cluster | null): string {
  if (person === 'you') return speaker ? 'whom the speaker addresses' : 'reader';
  if (person === 'I') return speaker ? 'speaker of the quotation' : 'author';
  return isBody(speaker) || bodyOf(speaker) ? 'body of the speaker' : 'speaker and others';
}

function isBody(speaker: Cluster | null): boolean {
  return speaker !== null && (speaker.kind !== 'person' || speaker.plural);
}
