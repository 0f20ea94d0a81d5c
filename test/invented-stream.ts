import { inventReport, type InventedReport } from './invented-reports.ts';

/** As many invented reports as asked for: five addresses, each with many versions, and reprints of one text. */
export function inventStream(count: number): readonly InventedReport[] {
  return Array.from({ length: count }, (_, i) =>
    inventReport({
      url: i % 7 === 6 ? null : `https://outlet${String(i % 5)}.example/ferry?utm_source=${String(i)}`,
      outlet: `Outlet ${String(i % 5)}`,
      captured: `2026-03-${String((i % 28) + 1).padStart(2, '0')}T08:00:00Z`,
      more: i % 3 === 0 ? '' : ` It was said ${String(i)} times.`,
    }),
  );
}
