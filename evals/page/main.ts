// tsx evals/page/main.ts [--data DIR] [--worst N]: prints the page figures, and the worst pages.
import { parseArgs } from 'node:util';
import { countRows, hasAuthors, hasDay, hasTitle, readPages } from './evaluate-page.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, worst: { type: 'string', default: '0' } },
});
const results = readPages(values.data);
const rows = results.length === 0 ? [] : countRows(results);
if (rows.length === 0) console.error(`No page data: ${values.data}/pages/fundus is missing. Pass --data DIR.`);
for (const { task, metric, value, size } of rows)
  console.log(`${task}  ${metric.padEnd(56)} ${value.toFixed(4)}  n=${size}`);

const worst = Number(values.worst);
if (worst > 0) {
  const f1 = ({ precision, recall }: { precision: number; recall: number }): number =>
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  for (const { gold, body, language, error } of results.toSorted((a, b) => f1(a.body) - f1(b.body)).slice(0, worst)) {
    console.log(
      `${gold.name} ${language ?? '?'} P ${body.precision.toFixed(3)} R ${body.recall.toFixed(3)} ${error ?? ''}`,
    );
  }
  for (const result of results) {
    const { gold, article, error, language } = result;
    if (!hasDay(result))
      console.log(`day      ${gold.name}: ${gold.published} / ${article?.published ?? error ?? 'none'}`);
    if (gold.authors !== null && !hasAuthors(result))
      console.log(
        `authors  ${gold.name}: ${gold.authors.join('; ')} / ${article?.authors.join('; ') ?? ''} / ${article?.wire ?? ''}`,
      );
    if (!hasTitle(result)) console.log(`title    ${gold.name}: ${gold.title} / ${article?.title ?? ''}`);
    if ((article?.language === 'en') !== (language === 'en'))
      console.log(`language ${gold.name}: ${language ?? '?'} / ${article?.language ?? '?'}`);
  }
}
