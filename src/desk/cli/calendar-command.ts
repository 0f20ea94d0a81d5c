import type { Settings } from '../../base/config.ts';
import { formatEvent } from '../format/event-text.ts';
import { escapeJson } from '../format/harmless.ts';
import { daysOf, writeCalendar } from '../format/icalendar.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';

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
    else if (format === 'text') {
      const options = chooseTextOptions(settings, terminal);
      await writeOut(terminal.stdout, events.map((event) => formatEvent(event, options)).join('\n'));
      if (events.length === 0) await writeOut(terminal.stderr, 'No expected event is known.\n');
    } else {
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
