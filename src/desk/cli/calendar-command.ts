import type { Settings } from '../../base/config.ts';
import type { ExpectedEvent } from '../../ledger/ledger.ts';
import { escapeJson, makeOneLine } from '../format/harmless.ts';
import { daysOf, writeCalendar } from '../format/icalendar.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** `hearsay calendar`: expected events as of a day. What has no date is in no iCalendar, and that is said on stderr. */
export async function runCalendar(
  format: 'text' | 'json' | 'ics',
  today: string,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const events = await ledger.calendar(today);
    if (format === 'json') await writeOut(terminal.stdout, `${escapeJson(JSON.stringify(events, null, 2))}\n`);
    else if (format === 'text') await writeOut(terminal.stdout, events.map(describeEvent).join('\n'));
    else {
      await writeOut(terminal.stdout, writeCalendar(events, new Date().toISOString()));
      const undated = events.filter(({ window }) => daysOf(window) === null).length;
      if (undated > 0 && settings.quiet !== 'yes')
        await writeOut(terminal.stderr, `${String(undated)} expected events without a date are not in it\n`);
    }
    return 0;
  } finally {
    await ledger.close();
  }
}

function describeEvent({ claim, text, status, window, where, origins, basis, evidence, setBy }: ExpectedEvent): string {
  const facts = [
    `${String(basis.reports)} ${basis.reports === 1 ? 'report' : 'reports'}`,
    ...(origins.length > 0 ? [`traced to ${origins.join('; ')}`] : []),
    ...(where.length > 0 ? [where.join(', ')] : []),
    ...(setBy === null ? [] : [`set by ${setBy.by} on ${setBy.at.slice(0, 10)}`]),
  ];
  const shown = evidence.map(({ report }) => `  shown by ${report.outlet ?? ''} ${report.url ?? ''}`);
  return [`${status.toUpperCase()}  ${window ?? 'no date'}  ${text}`, `  ${facts.join(' · ')}`, ...shown, `  ${claim}`]
    .map((line) => `${line.startsWith('  ') ? '  ' : ''}${makeOneLine(line)}\n`)
    .join('');
}
