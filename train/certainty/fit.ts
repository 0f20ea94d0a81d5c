import { writeFileSync } from 'node:fs';
import { listExamples } from '../../evals/certainty/evaluate-certainty.ts';
import { fitHead } from '../../evals/certainty/fit-head.ts';

/** Writes models/certainty.json, fitted on all of MEANTIME: `npx tsx train/certainty/fit.ts ../shared/data`. */
const [dataDir = '../shared/data'] = process.argv.slice(2);
const examples = listExamples(dataDir);
const weights = Object.fromEntries(fitHead(examples).weights);
writeFileSync(new URL('../../models/certainty.json', import.meta.url), `${JSON.stringify({ weights }, null, 1)}\n`);
console.log(`${String(Object.keys(weights).length)} weights from ${String(examples.length)} events`);
