import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/language/spans.ts';

/** One event of MEANTIME: where it stands in its document, and how far it is a fact, −3…3. */
export interface GoldEvent extends Range {
  readonly score: number;
  /** The event that it is a mention of, over all articles; null: not told. */
  readonly instance: string | null;
}

/** An article of MEANTIME (CC BY 4.0): its tokens joined by blanks, one sentence a line. */
export interface MeantimeDocument {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly sentences: readonly Range[];
  readonly events: readonly GoldEvent[];
}

const LEVELS: Readonly<Record<string, number>> = { CERTAIN: 3, PROBABLE: 2, POSSIBLE: 1, UNDERSPECIFIED: 0 };
const PLAIN: Readonly<Record<string, string>> = { '``': '“', "''": '”', '-LRB-': '(', '-RRB-': ')' };

/**
 * The articles with their events. CERTAIN is 3, PROBABLE 2, POSSIBLE 1, UNDERSPECIFIED 0, the sign is that of the
 * polarity (positive where it is underspecified, as for all that is not NEG). Events without a certainty are left out.
 */
export function readMeantime(dataDir: string, annotation = 'intra-doc_annotation'): readonly MeantimeDocument[] {
  const root = join(dataDir, 'meantime', annotation);
  const topics = readdirSync(root)
    .filter((name) => name.startsWith('corpus_'))
    .sort();
  return topics.flatMap((topic) =>
    readdirSync(join(root, topic))
      .filter((file) => file.endsWith('.xml'))
      .sort()
      .map((file) => readDocument(readFileSync(join(root, topic, file), 'utf8'), file.replace(/\.xml$/u, ''), topic)),
  );
}

function readDocument(xml: string, id: string, topic: string): MeantimeDocument {
  const places = new Map<string, Range>();
  const sentences: { start: number; end: number }[] = [];
  let text = '';
  let current = '';
  for (const [, attributes = '', word = ''] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)) {
    const { sentence = '', t_id: token = '' } = readAttributes(attributes);
    if (sentence !== current && text !== '') text += '\n';
    else if (text !== '') text += ' ';
    const start = text.length;
    const plain = unescape(word);
    text += PLAIN[plain] ?? plain;
    places.set(token, { start, end: text.length });
    const open = sentences.at(-1);
    if (sentence !== current || !open) sentences.push({ start, end: text.length });
    else open.end = text.length;
    current = sentence;
  }
  const instances = readInstances(xml);
  const events: GoldEvent[] = [];
  for (const [, attributes = '', anchors = ''] of xml.matchAll(
    /<EVENT_MENTION ([^>]*[^/])>([\s\S]*?)<\/EVENT_MENTION>/gu,
  )) {
    const { certainty = '', polarity = '', m_id: mention = '' } = readAttributes(attributes);
    const level = LEVELS[certainty];
    const first = places.get(/t_id="([^"]*)"/u.exec(anchors)?.[1] ?? '');
    const ids = [...anchors.matchAll(/t_id="([^"]*)"/gu)].map(([, token = '']) => places.get(token));
    if (level === undefined || !first) continue;
    events.push({ start: first.start, end: ids.at(-1)?.end ?? first.end, score: polarity === 'NEG' ? -level : level, instance: instances.get(mention) ?? null }); // prettier-ignore
  }
  return { id, topic, text, sentences, events };
}

/** Mentions by their id, each with the event that it refers to. */
function readInstances(xml: string): ReadonlyMap<string, string> {
  const events = new Map([...xml.matchAll(/<EVENT ([^>]*)\/>/gu)].map(([, attributes = '']) => { const { m_id: id = '', instance_id: instance = '' } = readAttributes(attributes); return [id, instance] as const; })); // prettier-ignore
  return new Map(
    [...xml.matchAll(/<REFERS_TO [^>]*>([\s\S]*?)<\/REFERS_TO>/gu)].flatMap(([, inner = '']) => {
      const instance = events.get(/<target m_id="([^"]*)"/u.exec(inner)?.[1] ?? '') ?? '';
      return instance === '' ? [] : [...inner.matchAll(/<source m_id="([^"]*)"/gu)].map(([, mention = '']) => [mention, instance] as const); // prettier-ignore
    }),
  );
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]));
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'); // prettier-ignore
}
