import type { Article } from '../page/article.ts';
import type { Document } from '../language/document.ts';
import type { Range } from '../language/spans.ts';
import type { Entity } from '../language/mentions.ts';
import { findCitedOutlet } from './chains/cited-outlets.ts';
import { findLinkedPage } from './chains/linked-page.ts';
import { findOwnSource } from './chains/own-source.ts';
import { foldName, isPublisher, isSameOutlet, publisherLinks, type Publisher } from './chains/publisher.ts';
import type { Setting, Spoken, Told, Turn } from './chains/setting.ts';
import { linksOfWording, readSpeaker } from './chains/speaker.ts';
import type { ChainLink } from './reading.ts';

/** An attribution with its place among the others. */
export interface Placed extends Told {
  readonly id: string;
  readonly parent: string | null;
}

/** What chains are read in, besides the tellings themselves. */
export interface Ground extends Pick<Document, 'text' | 'sentences'> {
  readonly article: Publisher & Partial<Pick<Article, 'links'>>;
  readonly entities: readonly Entity[];
  /** Insides of quotations. */
  readonly quotations: readonly Range[];
}

/**
 * For each attribution, by id: who told whom, from the reader backwards: the outlet, the wire, a page that is linked to,
 * another outlet that was told ("told Reuters"), the speaker, the speaker's own source ("citing intelligence data").
 * `placed`: in text order, parents before what stands inside them; a chain goes on from its parent's. An own voice has
 * outlet and wire only.
 */
export function traceChains(ground: Ground, placed: readonly Placed[]): ReadonlyMap<string, ChainLink[]> {
  const chains = new Map<string, ChainLink[]>();
  const tellings = placed.filter(({ voice }) => voice !== 'own');
  const turns: Turn[] = [];
  for (const told of placed) {
    const above = told.parent === null ? undefined : chains.get(told.parent);
    const setting: Setting = { ...ground, links: ground.article.links ?? [], tellings, turns, holder: above?.at(-1) ?? null }; // prettier-ignore
    const chain = traceChain(setting, told, above ?? []);
    chains.set(told.id, chain);
    if (told.voice !== 'own') turns.push({ ...told, chain, nested: told.parent !== null });
  }
  return chains;
}

function traceChain(setting: Setting, told: Told, holder: readonly ChainLink[]): ChainLink[] {
  const base = holder.length > 0 ? holder : publisherLinks(setting.article);
  if (told.voice === 'own') return [...base];
  const spoken = readSpeaker(setting, told, base);
  // What goes on in a voice goes on in its chain; a turn of another level has its own way to the reader.
  const page = findLinkedPage(setting, told);
  const cited = findCitedOutlet(setting, told);
  if (spoken.turn) return goOn({ base, holder, page, cited }, spoken, spoken.turn);
  const isNobody = spoken.links.every((link) => link.kind === 'unnamed' && link.how === 'inferred');
  const speakers = isNobody && (page ?? cited) ? [] : spoken.links;
  const own = findOwnSource(setting, told);
  const source = own ? linksOfWording(setting, told, own.span) : [];
  const ahead = own?.side === 'before' ? source : [];
  const behind = own?.side === 'behind' ? source : [];
  return joinLinks(
    base,
    [page, cited, ...ahead, ...speakers, ...behind].filter((link) => link !== null),
  );
}

interface Way {
  readonly base: readonly ChainLink[];
  readonly holder: readonly ChainLink[];
  readonly page: ChainLink | null;
  readonly cited: ChainLink | null;
}

/** A voice that goes on keeps its way to the reader, unless it says of another: "he said on Harbour Radio". */
function goOn({ base, holder, page, cited }: Way, spoken: Spoken, turn: Turn): ChainLink[] {
  const last = turn.chain.at(-1);
  const own = [page, cited].filter((link) => link !== null);
  const middle = own.length > 0 ? own : holder.length > 0 ? [] : turn.chain.slice(base.length, -1);
  const link = spoken.links[0] ?? (last ? { ...last, how: 'speaker-turn' as const, mention: null } : undefined);
  return joinLinks(base, link ? [...middle, link] : middle);
}

/** The links in order, each publisher once, nobody twice in a row. The report's own outlet is not told by itself. */
function joinLinks(base: readonly ChainLink[], links: readonly ChainLink[]): ChainLink[] {
  const chain = [...base];
  for (const link of links) {
    const at = chain.findIndex((one) => one.how === 'link' && isPublisher(link) && isPublisher(one) && isSameOutlet(one.name, link.name)); // prettier-ignore
    // Of a page and its outlet's name in the text, the name.
    if (at >= 0) chain[at] = link;
    const repeats = chain.some((one, i) =>
      isPublisher(one) && isPublisher(link)
        ? isSameOutlet(one.name, link.name)
        : i === chain.length - 1 && one.kind === link.kind && foldName(one.name) === foldName(link.name),
    );
    if (!repeats) chain.push(link);
  }
  return chain;
}
