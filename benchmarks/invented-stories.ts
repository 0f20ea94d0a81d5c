import type { Attribution, Reading } from '../src/reading/reading.ts';
import { attribute, inventReading, link, quote } from '../test/invented-reading.ts';

const SYLLABLES = 'bar col dun fen gal hol kar lin mor nes par quel ros sal tor vel wes yar zet bron'.split(' ');
const ACTS = 'will sell the harbour to|has sued|plans to leave the union with|denies a merger with|may fine|asked a court to stop|bought shares of|closed the ferry of|will pay a levy to|wants talks with'.split('|'); // prettier-ignore
const OUTLETS = Array.from({ length: 60 }, (_, i) => `${nameOf(i * 37 + 5)} Courier`);

/** Reports of a story, and propositions of a report: as many as the news has. */
const REPORTS = 4;
const SENTENCES = 40;

/** Readings without end, of stories that never happened: each of a few reports within a week, the stories one after another. */
export function* inventStories(): Generator<Reading> {
  for (let story = 0; ; story++) for (let i = 0; i < REPORTS; i++) yield inventStory(story, i);
}

function inventStory(story: number, i: number): Reading {
  const [place, ...actors] = Array.from({ length: 7 }, (_, k) => nameOf(story * 11 + k * 1009));
  const sentences = Array.from({ length: SENTENCES }, (_, k) => {
    // The first are told by all; the rest by this report alone.
    const shared = k < 8 ? story * 100 + k : (story * REPORTS + i) * 100 + k;
    return `${pick(actors, shared)} ${pick(ACTS, shared * 7)} ${pick(actors, shared + 1)} of ${place ?? ''} over ${nameOf(shared)} number ${String(shared)}`;
  });
  const outlet = pick(OUTLETS, story * 7 + i * 13);
  const text = sentences.map((one) => `${one}.`).join('\n\n');
  const day = new Date(Date.UTC(2026, 0, 1 + (story % 3000) + i)).toISOString().slice(0, 10);
  return inventReading({
    input: `stories.jsonl:${String(story * REPORTS + i)}`,
    report: { url: `https://courier${String(i)}.example/${String(story)}`, outlet, published: day, title: null, text },
    headline: [],
    attributions: sentences.map((content, k): Attribution => attribute(`a${String(k)}`, k % 2 === 0 ? { voice: 'own', act: null, content: quote(text, content), chain: [link(outlet, 'outlet', 'metadata')] } : { content: quote(text, content), chain: [link(outlet, 'outlet', 'metadata'), link(pick(actors, k), 'person')] })), // prettier-ignore
  });
}

function pick<Item>(list: readonly Item[], at: number): Item {
  const item = list[at % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

function nameOf(number: number): string {
  const mixed = (Math.imul(number + 1, 0x9e3779b1) >>> 0) % SYLLABLES.length ** 3;
  const parts = [mixed, Math.floor(mixed / SYLLABLES.length), Math.floor(mixed / SYLLABLES.length ** 2)];
  const name = parts.map((part) => pick(SYLLABLES, part)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
