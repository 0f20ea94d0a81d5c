import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A story of `shared/data/stories`: many reports of one rumour, read by hand. */
const storySchema = z.object({
  story: z.string(),
  claims: z.array(z.object({ id: z.string(), statement: z.string() })),
  origins: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  reports: z.array(
    z.object({
      file: z.string(),
      claims: z.array(
        z.object({
          claim: z.string(),
          stance: z.enum(['asserts', 'attributes', 'confirms', 'denies', 'doubts', 'no-comment-only']),
          quote: z.string(),
          origin: z.union([z.string(), z.array(z.string())]),
        }),
      ),
    }),
  ),
  independent: z.record(z.string(), z.object({ asserting: z.array(z.string()), not_told: z.array(z.string()).optional(), strict: z.object({ asserting: z.number(), denying: z.number() }) })), // prettier-ignore
});

export type Story = z.infer<typeof storySchema>;
export type Entry = Story['reports'][number]['claims'][number] & { readonly file: string };

export const STORIES = ['mojang', 'beats', 'hp'] as const;

export function loadStory(dataDir: string, name: string): Story {
  return storySchema.parse(JSON.parse(readFileSync(join(dataDir, 'stories', name, 'origins.json'), 'utf8')));
}

/** One entry a (report, claim, voice, stance), with its file. */
export function entriesOf(story: Story): readonly Entry[] {
  return story.reports.flatMap(({ file, claims }) => claims.map((claim) => ({ ...claim, file })));
}

/** Whether the entry asserts its claim, in whosever voice. */
export function isAsserting({ stance }: Pick<Entry, 'stance'>): boolean {
  return stance === 'asserts' || stance === 'attributes' || stance === 'confirms';
}

/** Where the quotation stands in the text; white space and quotation marks aside. Null: nowhere. */
export function findQuote(text: string, quote: string): { readonly start: number; readonly end: number } | null {
  const plain = quote.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+').replace(/["“”]/gu, '["“”]').replace(/['’]/gu, "['’]"); // prettier-ignore
  const match = new RegExp(plain, 'u').exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
