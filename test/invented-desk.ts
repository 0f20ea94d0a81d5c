import type { Attribution } from '../src/reading/reading.ts';
import { attribute } from './invented-reading.ts';
import { inventNews } from './invented-news.ts';
import type { InventedReport } from './invented-reports.ts';

const HARMFUL = '<script>alert("x")</script> <svg onload=alert(1)> \u202Egnissim\u202C \u0007 & "quoted"';

/** Three outlets on a ferry that never was: one origin, a credit, a denial, an event ahead; and one report that means harm. */
export function inventDeskReports(): readonly InventedReport[] {
  const ahead: Partial<Attribution> = {
    expected: true,
    event: { kind: 'planned', window: '2031-05-20', where: [], who: [] },
  };
  const hedged: Partial<Attribution> = { certainty: { level: 'possible', score: 1, hedges: [] } };
  return [
    inventNews({
      ...{ url: 'https://saltmere-courier.example/ferry', outlet: 'The Saltmere Courier', published: '2031-05-03T08:00:00+02:00' }, // prettier-ignore
      sentences: [
        { content: 'the Saltmere ferry will move to the new quay in Norring', by: 'Aldous Venn', parts: ahead },
        { content: 'The quay in Norring is sixty years old' },
      ],
    }),
    inventNews({
      ...{ url: 'https://tidewater.example/a?b=1', outlet: 'Tidewater Post', published: '2031-05-04' },
      sentences: [
        { content: 'the Saltmere ferry will move to the new quay in Norring', by: 'Aldous Venn', parts: { ...ahead, ...hedged } }, // prettier-ignore
      ],
    }),
    inventNews({
      ...{ url: 'https://norring-herald.example/no', outlet: 'Norring Herald', published: '2031-05-05T10:00:00+02:00' },
      sentences: [
        { content: 'that the Saltmere ferry will move to the new quay in Norring', by: 'Mira Tolland', cue: 'denied', parts: { act: 'deny', polarity: 'denied' } }, // prettier-ignore
        { content: 'The Saltmere ferry will move to the new quay in Norring' },
      ],
    }),
    harmful(),
  ];
}

/** Everything that a report holds, as a page would obey it. */
function harmful(): InventedReport {
  const { reading, capture } = inventNews({
    url: null as unknown as string,
    outlet: HARMFUL,
    published: '2031-05-06',
    sentences: [{ content: `the cargo of ${HARMFUL} was lost off Norring`, by: `Jonas ${HARMFUL}` }],
  });
  const link = { start: 0, end: 9, text: reading.report.text.slice(0, 9), href: 'javascript:alert(1)' };
  return {
    capture: { ...capture, input: 'harm.txt', given: {} },
    reading: {
      ...reading,
      input: `harm ${HARMFUL}.txt`,
      report: { ...reading.report, title: `Title ${HARMFUL}`, authors: [HARMFUL], links: [link] },
      headline: [attribute('h1', { content: [{ start: 0, end: 5, text: 'Title' }], voice: 'own', act: null })],
      notes: [{ code: 'page.caption-removed', what: HARMFUL, span: null }],
    },
  };
}
