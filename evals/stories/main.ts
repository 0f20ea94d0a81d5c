import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findClaims } from '../../src/ledger/claims.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { loadStory, STORIES } from './gold.ts';
import { findEntries, scoreStory } from './score.ts';

/** `npx tsx evals/stories/main.ts --readings DIR [--story NAME] [--list]`: the stories from readings kept as `NAME.jsonl`. */
const { values } = parseArgs({ options: { data: { type: 'string' }, readings: { type: 'string' }, story: { type: 'string' }, list: { type: 'boolean' } } }); // prettier-ignore
const dataDir = values.data ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
for (const name of STORIES.filter((one) => !values.story || one === values.story)) {
  const file = `${values.readings ?? '.'}/${name}.jsonl`;
  if (!existsSync(file)) continue;
  const readings = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
  const story = loadStory(dataDir, name);
  const claims = findClaims(readings);
  const byFile = new Map(readings.map((reading) => [basename(reading.input), reading]));
  const found = findEntries(story, byFile, claims);
  const score = scoreStory(story, found, claims);
  console.log(
    Object.entries(score)
      .map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(3) : value}`)
      .join('  '),
  );
  if (!values.list) continue;
  for (const one of [...found].sort((a, b) => (a.entry.claim < b.entry.claim ? -1 : 1))) {
    console.log(`${one.entry.claim} ${one.entry.file} ${one.entry.stance} [${one.entry.quote}] → ${one.claim?.slice(0, 6) ?? '-'} [${one.text ?? ''}] gold ${String(one.entry.origin)} → ${one.origin ?? '-'}`); // prettier-ignore
  }
  for (const claim of claims.slice(0, 12)) {
    console.log(
      `\n# ${claim.id.slice(0, 6)} ${claim.text}\n  reports ${String(claim.basis.reports)} ${JSON.stringify(claim.independent)}`,
    );
    for (const origin of claim.origins)
      console.log(
        `  origin ${origin.name} (${origin.party ?? '-'}) via ${origin.via ?? '-'} ${String(origin.appearances.length)}`,
      );
    for (const one of claim.appearances)
      console.log(
        `    ${basename(byReport(one.report.version, byFile))} ${one.lineage} ${one.content
          .map(({ text }) => text)
          .join(' … ')
          .slice(0, 150)}`,
      );
    for (const one of claim.denials)
      console.log(
        `    DENIAL ${one.strength} by ${one.by}: ${basename(byReport(one.appearance.report.version, byFile))} ${one.appearance.content
          .map(({ text }) => text)
          .join(' … ')
          .slice(0, 120)}`,
      );
  }
}

function byReport(version: string, readings: ReadonlyMap<string, Reading>): string {
  return [...readings].find(([, { report }]) => report.sha256 === version)?.[0] ?? version;
}
