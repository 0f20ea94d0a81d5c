import type { Range } from './spans.ts';

/** Words before a full stop that does not end a sentence: "Sen. Smith", "the U.S. Navy". */
const SHORT =
  /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Pres|Supt|Jr|Sr|Inc|Ltd|Co|Corp|Bros|vs|v|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Ave|Blvd|Rd|al|approx|est|Fig|Ph\.D|e\.g|i\.e|\p{L}|(?:\p{L}\.)+\p{L})\.$/u;

/** The sentences of the paragraphs: a full stop, question or exclamation mark with its closing marks, then a fresh start. */
export function findSentences(text: string, paragraphs: readonly Range[]): Range[] {
  return paragraphs.flatMap((paragraph) => splitParagraph(text, paragraph));
}

function splitParagraph(text: string, paragraph: Range): Range[] {
  const inside = text.slice(paragraph.start, paragraph.end);
  const sentences: Range[] = [];
  let from = 0;
  for (const match of inside.matchAll(/[.!?…]+["'”’)\]]*(?=\s+(["'“‘([]*)(\S))/gu)) {
    const end = match.index + match[0].length;
    if (!/[\p{Lu}\p{N}\p{Lo}]/u.test(match[2] ?? '')) continue;
    if (match[0] === '.' && SHORT.test(inside.slice(Math.max(0, end - 14), end))) continue;
    sentences.push({ start: paragraph.start + from, end: paragraph.start + end });
    from = end + (/^\s+/u.exec(inside.slice(end))?.[0].length ?? 0);
  }
  if (from < inside.length) sentences.push({ start: paragraph.start + from, end: paragraph.end });
  return sentences;
}
