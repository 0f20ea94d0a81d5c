import type { Reading } from '../../reading/reading.ts';
import { closeHtmlPage, formatHtmlReport } from './html.ts';
import { formatJson } from './json.ts';
import { formatJsonl } from './jsonl.ts';
import { formatText, type TextOptions } from './text.ts';

/** How a run of readings is printed, one at a time, so that a thousand reports need the memory of one. */
export interface Format {
  /** Before the first reading; called once, also where none follows. */
  readonly open: () => string;
  /** One reading; `index` counts from 0. */
  readonly print: (reading: Reading, index: number) => string;
  readonly close: (printed: number) => string;
}

export function chooseFormat(name: string, options: TextOptions): Format {
  switch (name) {
    case 'json':
      return {
        open: () => '[',
        print: (reading, index) => `${index === 0 ? '\n' : ',\n'}${formatJson(reading)}`,
        close: (printed) => (printed === 0 ? ']\n' : '\n]\n'),
      };
    case 'jsonl':
      return { open: () => '', print: formatJsonl, close: () => '' };
    case 'html':
      return { open: () => '', print: formatHtmlReport, close: closeHtmlPage };
    default: {
      const rule = `${'─'.repeat(Math.min(options.width, 60))}\n`;
      return {
        open: () => '',
        print: (reading, index) => (index === 0 ? '' : `\n${rule}\n`) + formatText(reading, options),
        close: () => '',
      };
    }
  }
}
