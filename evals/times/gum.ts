import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A date that GUM marks, as the days from `from` to `to`; both null where TEI leaves the year open (`--10`: `open`). */
export interface GumDate {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly open: string | null;
}

export interface GumText {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly dates: readonly GumDate[];
}

/** GUM's documents that are not in its test split, with the dates of its `XML=<date when=…>` marks. */
export function readGumDates(dataDir: string): GumText[] {
  const splits = readFileSync(join(dataDir, 'gum/splits.md'), 'utf8');
  const test = new Set((/## test\n([\s\S]*?)## test2/u.exec(splits)?.[1] ?? '').match(/GUM_\w+/gu));
  return readdirSync(join(dataDir, 'gum/dep'))
    .filter((name) => name.startsWith('GUM_') && name.endsWith('.conllu') && !test.has(name.slice(0, -7)))
    .map((name) => readText(name.slice(0, -7), readFileSync(join(dataDir, 'gum/dep', name), 'utf8')))
    .filter(({ dates }) => dates.length > 0);
}

function readText(id: string, conllu: string): GumText {
  const published = /# meta::dateCreated = (\S+)/u.exec(conllu)?.[1] ?? null;
  const dates: GumDate[] = [];
  const open: { start: number; attributes: string }[] = [];
  let text = '';
  let gap = '';
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar')) gap = text === '' ? '' : '\n\n';
    const [at = '', form = '', , , , , , , , misc = ''] = line.split('\t');
    if (line.startsWith('#') || form === '' || /[-.]/u.test(at)) continue;
    text += gap + form;
    gap = misc.includes('SpaceAfter=No') ? '' : ' ';
    for (const [tag, name, attributes = ''] of (/XML=(\S.*?)(?:\||$)/u.exec(misc)?.[1] ?? '').matchAll(
      /<(\/?date)\s*([^>]*)>/gu,
    )) {
      void tag;
      if (name === 'date') open.push({ start: text.length - form.length, attributes });
      else {
        const begun = open.pop();
        if (begun) dates.push({ start: begun.start, end: text.length, ...readSpan(begun.attributes) });
      }
    }
  }
  return { id, text, published, dates };
}

function readSpan(attributes: string): Pick<GumDate, 'from' | 'to' | 'open'> {
  const read = (name: string): string | null =>
    new RegExp(`(?:^|\\s)${name}:::"([^"]*)"`, 'u').exec(attributes)?.[1] ?? null;
  const when = read('when');
  if (when?.startsWith('--') === true) return { from: null, to: null, open: `XXXX-${when.slice(2)}` };
  const [from, to] = when === null ? [read('from'), read('to')] : [when, when];
  return {
    from: from?.startsWith('-') === true ? null : from,
    to: to?.startsWith('-') === true ? null : to,
    open: null,
  };
}
