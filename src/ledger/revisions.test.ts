import { expect, it } from 'vitest';
import { inventNews, type InventedSentence } from '../../test/invented-news.ts';
import type { Reading } from '../reading/reading.ts';
import { compareVersions } from './revisions.ts';

const will: InventedSentence = { content: 'Saltmere Ferries will close the yard at Lindow', by: 'Aldous Venn' };
const jobs: InventedSentence = { content: 'Some 240 workers of the yard will lose their jobs', by: 'Mira Dunn' };
const oaks: InventedSentence = { content: 'A gale uprooted nine oaks near Pell' };

it.each<[string, Reading, Reading, object]>([
  ['nothing', read([will, jobs]), read([will, jobs]), { added: [], removed: [], changed: [], notices: [] }],
  ['a claim added', read([will]), read([will, oaks]), { added: [oaks.content], removed: [], changed: [] }],
  ['a claim removed', read([will, oaks]), read([will]), { added: [], removed: [oaks.content], changed: [] }],
  ['a claim of another speaker', read([will]), read([{ ...will, by: 'Jo Berg' }]), { changed: [{ kind: 're-attributed', before: { value: 'Aldous Venn' }, after: { value: 'Jo Berg' } }] }], // prettier-ignore
  ['a number put right', read([jobs]), read([{ ...jobs, content: 'Some 140 workers of the yard will lose their jobs' }]), { added: [], removed: [], changed: [{ kind: 'number', before: { value: '240' }, after: { value: '140' } }] }], // prettier-ignore
  ['a hedge added', read([will]), read([{ ...will, content: 'Saltmere Ferries may close the yard at Lindow', parts: { certainty: { level: 'possible', score: 1, hedges: [{ start: 17, end: 20, text: 'may' }] } } }]), { added: [], removed: [], changed: [{ kind: 're-hedged', before: { value: 'unstated' }, after: { value: 'possible: may' } }] }], // prettier-ignore
  ['a notice', read([jobs]), read([jobs], 'Correction: an earlier version gave another number.'), { added: [], changed: [], notices: ['Correction: an earlier version gave another number.'] }], // prettier-ignore
])('finds %s', (_, before, after, found) => {
  expect(compareVersions(before, after)).toMatchObject(found);
});

function read(sentences: readonly InventedSentence[], more = ''): Reading {
  return inventNews({ url: 'https://courier.example/yard', outlet: 'Saltmere Courier', published: '2031-03-02', sentences, more }).reading; // prettier-ignore
}
