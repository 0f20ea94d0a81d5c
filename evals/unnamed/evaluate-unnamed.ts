import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/page/article.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';
import { isUnseen } from '../unseen.ts';

const report = z.looseObject({ id: z.string(), outlet: z.string().nullable(), url: z.string().nullable(), text: z.string() }); // prettier-ignore

interface Marked {
  readonly article: Article;
  /** The reader found an unnamed source who spoke. */
  readonly has: boolean;
}

/** "This report rests a statement on an unnamed source who spoke": F1 over the reports marked by hand, in both halves. */
export async function evaluateUnnamed(
  dataDir: string,
  read: (article: Article) => Promise<readonly Attribution[]>,
): Promise<EvalRow[]> {
  const tallies = [false, true].map((unseen) => ({ unseen, hit: 0, said: 0, gold: 0, size: 0 }));
  for (const { article, has } of readMarked(dataDir)) {
    const tally = tallies.find(({ unseen }) => unseen === isUnseen(article.id ?? ''));
    const said = hasUnnamed(await read(article));
    if (!tally) continue;
    tally.size++;
    if (said) tally.said++;
    if (has) tally.gold++;
    if (said && has) tally.hit++;
  }
  return tallies.map(({ unseen, hit, said, gold, size }) => ({
    task: `unnamed, ${unseen ? 'unseen half' : 'rules’ half'}`,
    metric: 'report has an unnamed source: F1',
    value: (2 * hit) / Math.max(1, said + gold),
    size,
  }));
}

const SPOKE =
  /\b(?:sa(?:id|ys?)|t(?:old|ells?)|according|add(?:s|ed)|confirm(?:s|ed)|explain(?:s|ed)|describ(?:es|ed)|disclosed|revealed|recall(?:s|ed)|acknowledg(?:es|ed)|noted|spoke|speaking|quoted|insisted|conceded|admitted|denied|declined|estimated|complained|joked|predicted|suggested|warned|claimed|informed|identified)\b/iu;
/** Offices whose holders speak to reporters without a name; experts, judges and party leaders speak in public. */
const TALKER =
  /(?:^|[ -])(?:source|insider|official|aide|ally|adviser|advisor|spokes(?:man|woman|person)|representative|diplomat|staffer|staff member|operative|associate|confidant|friend|executive|employee|worker|witness|eyewitness|investigator|officer|agent|donor|strategist|consultant|whistleblower|informant|negotiator|delegate|attendee|participant|colleague|relative|neighbou?r|resident|poster|organi[sz]er)$/u;

/** Those who speak in public, in rulings, papers or on the stage. */
const PUBLIC =
  /(?:^|[ -])(?:judge|justice|expert|author|researcher|scientist|economist|analyst|scholar|plaintiff|defendant|reporter|journalist|moderator|commentator|columnist|bishop|chairman|senator|lawmaker|leader|governor|candidate)$/u;

/** An unnamed source that spoke: by a condition or a closeness, or by its cue and an office of those who talk so. */
function hasUnnamed(attributions: readonly Attribution[]): boolean {
  return attributions.some(({ voice, chain, cue }) => {
    const unnamed = chain.at(-1)?.unnamed;
    if (voice !== 'attributed' || !unnamed || unnamed.generic) return false;
    const { wording, number, position, reason, closeness } = unnamed;
    if (reason !== null || closeness !== null || /\b(?:anonymous|unnamed|unidentified)\b/iu.test(wording)) return true;
    const told = cue.map(({ text }) => text).join(' ');
    if (/(?:^|[ -])(?:source|insider|aide|staffer)$/u.test(position ?? '')) return true;
    if (SPOKE.test(told) && TALKER.test(position ?? '')) return true;
    const isSome = position === null ? /^(?:one|another|an?) /iu.test(wording) : !PUBLIC.test(position);
    return /\b(?:said|told)\b/u.test(told) && number !== 'unknown' && isSome;
  });
}

/** The marked reports. */
function readMarked(dataDir: string): Marked[] {
  const lines = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8').split('\n');
  const gold = new Map(lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] === 'yes'])); // prettier-ignore
  const reports = gunzipSync(readFileSync(join(dataDir, 'news/reports.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return reports.filter(Boolean).flatMap((line) => {
    const { id, outlet, url, text } = report.parse(JSON.parse(line));
    const has = gold.get(id);
    return has === undefined ? [] : [{ article: { ...wrapText(id, text), outlet, url }, has }];
  });
}
