import type { Reading } from '../../reading/reading.ts';
import { cutWords } from '../format/cut-words.ts';
import { describeOrigin, describeTurns, nameChain, quoteSpans, summariseAudit } from '../format/words.ts';

/** Attributions of one report that an answer holds. */
const MOST = 25;

/** What a report says on whose word, each with its characters in the text. */
export function describeReading(reading: Reading): string[] {
  const { report, headline, attributions } = reading;
  const told = [
    ...headline.map((one) => ({ one, part: 'title' })),
    ...attributions.map((one) => ({ one, part: 'text' })),
  ].filter(({ one }) => one.voice === 'attributed');
  const shown = told.slice(0, MOST);
  return [
    `report: ${cutWords(report.title ?? 'untitled')}`,
    `  ${describeOrigin(reading).join('; ')}; ${report.url ?? `text sha256 ${report.sha256}`}`,
    `  ${summariseAudit(reading)}`,
    ...shown.flatMap(({ one, part }) => {
      const places = one.content.map(({ start, end }) => `${String(start)} to ${String(end)}`).join(', ');
      return [
        `  ${one.id}. ${nameChain(one).join(' ← ')}: “${cutWords(quoteSpans(one.content), 300)}” (characters ${places} of the ${part})`,
        ...(describeTurns(one).length === 0 ? [] : [`     ${describeTurns(one).join('; ')}`]),
      ];
    }),
    ...(told.length > shown.length
      ? [`  ${String(told.length - shown.length)} more attributions are not in this answer`]
      : []),
  ];
}
