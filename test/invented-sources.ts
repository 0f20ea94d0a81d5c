import { inventNews } from './invented-news.ts';
import type { InventedReport } from './invented-reports.ts';

/** A harbour that never was: two people who may be one, two of one surname, an outlet that takes over another's words. */
export function inventSourceReports(): readonly InventedReport[] {
  const told = 'the harbour board of Lindow will close the old swing bridge in the spring, long before the new one over the Ondel is built and paid for'; // prettier-ignore
  const copied = [
    { content: 'For forty years the carts of the fish market have crossed the Ondel on its rusting iron deck every morning but Sunday' }, // prettier-ignore
    { content: 'Nobody at the chandlery by the eastern ramp remembers a winter in which the hinges did not freeze at least twice' }, // prettier-ignore
  ];
  return [
    inventNews({
      ...{ url: 'https://lindow-echo.example/1', outlet: 'Lindow Echo', published: '2031-05-01' },
      sentences: [
        { content: told, by: 'Jo Marlow' },
        ...copied,
        { content: 'the ferry will run on Sunday', by: 'Jo Marlow', parts: { expected: true, event: { kind: 'planned', window: '2031-05-20', where: [], who: [] } } }, // prettier-ignore
      ],
    }),
    inventNews({
      ...{ url: 'https://ondel-post.example/2', outlet: 'Ondel Post', published: '2031-05-02' },
      sentences: [{ content: told }, ...copied, { content: 'the toll is fair', by: 'Marlow' }],
    }),
    inventNews({
      ...{ url: 'https://ondel-post.example/3', outlet: 'Ondel Post', published: '2031-05-03' },
      sentences: [
        { content: 'the quay will be swept', by: 'Ada Quill' },
        { content: 'the tide is high', by: 'Ben Quill' },
      ],
    }),
  ];
}
