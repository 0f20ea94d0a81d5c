import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const expectation = z.object({
  title: z.string(),
  authors: z.array(z.string()).optional(),
  publishing_date: z.string(),
  body: z.object({
    summary: z.array(z.string()),
    sections: z.array(z.object({ headline: z.array(z.string()), paragraphs: z.array(z.string()) })),
  }),
});

/** One page of the fundus test set with what its own maintainers expect of it. */
export interface GoldPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its address and the time of the crawl, from meta.info. */
  readonly url: string | null;
  readonly captured: string | null;
  readonly title: string;
  /** Null where the set expects none. */
  readonly authors: readonly string[] | null;
  /** `2024-04-28 13:00:00+02:00`; some without offset. */
  readonly published: string;
  /** Standfirst, subheads and paragraphs, one a line. */
  readonly body: string;
}

/** The pages under `DIR/pages/fundus`, in the order of their names; none where the folder is missing. */
export function* readGoldPages(dataDir: string): Generator<GoldPage> {
  const folder = join(dataDir, 'pages', 'fundus');
  if (!existsSync(folder)) return;
  for (const country of readdirSync(folder).sort()) {
    const files = readdirSync(join(folder, country)).sort();
    const info = readInfo(join(folder, country, 'meta.info'));
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const outlet = file.slice(0, -'.json'.length);
      const expected = z
        .record(z.string(), expectation)
        .parse(JSON.parse(readFileSync(join(folder, country, file), 'utf8')));
      const pages = files.filter((name) => name.startsWith(`${outlet}_`) && name.endsWith('.html.gz'));
      // The set names its expectations V1, V1_1, V2 in the order of the crawl dates that name the pages.
      const versions = Object.keys(expected).sort((a, b) => versionOf(a) - versionOf(b));
      for (const [i, version] of versions.entries()) {
        const page = pages[i];
        const gold = expected[version];
        if (page === undefined || gold === undefined) continue;
        const sections = gold.body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]);
        yield {
          name: `${country}/${page.slice(0, -'.html.gz'.length)}`,
          bytes: gunzipSync(readFileSync(join(folder, country, page))),
          url: info[page]?.url ?? null,
          captured: info[page]?.crawl_date ?? null,
          title: gold.title,
          authors: gold.authors ?? null,
          published: gold.publishing_date,
          body: [...gold.body.summary, ...sections].join('\n'),
        };
      }
    }
  }
}

function versionOf(name: string): number {
  const [major = 0, minor = 0] = name.slice(1).split('_').map(Number);
  return major * 1_000 + minor;
}

function readInfo(
  path: string,
): Readonly<Record<string, { url?: string | undefined; crawl_date?: string | undefined }>> {
  if (!existsSync(path)) return {};
  const row = z.object({ url: z.string().optional(), crawl_date: z.string().optional() });
  return z.record(z.string(), row).parse(JSON.parse(readFileSync(path, 'utf8')));
}
