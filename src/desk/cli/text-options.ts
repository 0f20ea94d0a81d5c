import type { Settings } from '../../base/config.ts';
import type { TextOptions } from '../format/text.ts';
import { wantsColor, type Terminal } from './terminal.ts';

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100;
const PIPE_WIDTH = 80;

/** How wide text is, and whether in colour. */
export function chooseTextOptions({ width }: Pick<Settings, 'width'>, terminal: Terminal): TextOptions {
  return {
    width: width === null ? Math.min(terminal.columns ?? PIPE_WIDTH, WIDEST) : Number(width),
    color: wantsColor(terminal),
  };
}
