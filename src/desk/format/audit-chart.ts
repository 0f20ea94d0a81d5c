import type { Reading } from '../../reading/reading.ts';
import { countSources } from './words.ts';

/** Units of the drawing: labels to the left, bars between, numbers behind them. */
const [LABELS, BARS, ROW] = [118, 160, 22];

/**
 * Who speaks, as bars: a drawing of text and rectangles with no script and no style of its own. The page's style sheet
 * colours it; it scales down to the width of a phone. Empty for a report without attributions.
 */
export function drawAudit(reading: Reading): string {
  const rows = countSources(reading).filter(({ size }) => size > 0);
  const most = Math.max(...rows.map(({ size }) => size));
  if (rows.length === 0) return '';
  const height = rows.length * ROW;
  const bars = rows.map(({ label, size }, i) => {
    const middle = i * ROW + ROW / 2;
    const width = Math.max(2, Math.round((size / most) * BARS));
    return `<text class="label" x="${LABELS - 8}" y="${middle + 4}">${label}</text><rect class="${label.replaceAll(' ', '-')}" x="${LABELS}" y="${middle - 6}" width="${width}" height="12" rx="2"></rect><text x="${LABELS + width + 6}" y="${middle + 4}">${size}</text>`;
  });
  const words = rows.map(({ label, size }) => `${size} ${label}`).join(', ');
  return `<svg class="audit" viewBox="0 0 ${LABELS + BARS + 40} ${height}" role="img" aria-label="Who speaks: ${words}">${bars.join('')}</svg>
`;
}
