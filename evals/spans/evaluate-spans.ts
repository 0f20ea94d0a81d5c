import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES, type Role } from '../../src/language/spans.ts';
import type { Encoder } from '../../src/language/encoder.ts';
import { ROLE_LABELS } from '../../src/language/labels.ts';
import { chooseSpans, ROLE_CHOICE } from '../../src/language/span-choice.ts';
import { tokenOf, type Token } from '../../src/language/tokens.ts';
import type { EvalRow } from '../row.ts';

const instance = z.looseObject({ id: z.string(), tokens: z.array(z.string()), labels: z.array(z.string()) });
type Instance = z.infer<typeof instance>;

/** PennTreebank's brackets and dashes, which CofeNet's cut of PolNeAR holds. */
const PENN: Readonly<Record<string, string>> = { '-LRB-': '(', '-RRB-': ')', '--': '–' };

/**
 * Exact F1 of sources, cues and contents by CofeNet's definition and cut (Wang et al., COLING 2022): each article is read
 * whole, each of its instances decoded by itself.
 */
export async function evaluateSpans(dataDir: string, encoder: Encoder): Promise<EvalRow[]> {
  const count = new Map<Role, { hit: number; said: number; gold: number }>();
  for (const role of ROLES) count.set(role, { hit: 0, said: 0, gold: 0 });
  for (const instances of readArticles(join(dataDir, 'polnear/dev/cofenet.jsonl'))) {
    const { roles } = await encoder.score(instances.flatMap((one) => one.tokens.map(toToken)));
    let from = 0;
    for (const { tokens, labels } of instances) {
      const chosen = chooseSpans(roles, from, from + tokens.length, encoder.transitions, ROLE_CHOICE);
      const said = new Set(
        chosen.map(({ begin, start, end }) => `${ROLE_LABELS[begin]?.slice(2) ?? ''} ${start - from} ${end - from}`),
      );
      const gold = spanKeys(labels);
      from += tokens.length;
      for (const [role, tally] of count) {
        const mine = [...said].filter((key) => key.startsWith(role));
        tally.said += mine.length;
        tally.gold += [...gold].filter((key) => key.startsWith(role)).length;
        tally.hit += mine.filter((key) => gold.has(key)).length;
      }
    }
  }
  return [...count].map(([role, { hit, said, gold }]) => ({
    task: 'spans, PolNeAR dev (CofeNet)',
    metric: `${role} exact F1`,
    value: (200 * hit) / Math.max(1, said + gold),
    size: gold,
  }));
}

function toToken(word: string): Token {
  return tokenOf(PENN[word] ?? word, 0);
}

function readArticles(path: string): Instance[][] {
  const articles = new Map<string, Instance[]>();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const one = instance.parse(JSON.parse(line));
    articles.set(one.id, [...(articles.get(one.id) ?? []), one]);
  }
  return [...articles.values()];
}

function spanKeys(labels: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (let i = 0; i < labels.length; i++) {
    if (!labels[i]?.startsWith('B-')) continue;
    const role = labels[i]?.slice(2) ?? '';
    let end = i + 1;
    while (labels[end] === `I-${role}`) end++;
    keys.add(`${role} ${i} ${end}`);
  }
  return keys;
}
