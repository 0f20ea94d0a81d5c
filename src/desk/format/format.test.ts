import { describe, expect, it } from 'vitest';
import { inventReading } from '../../../test/invented-reading.ts';
import { readingSchema, type Reading } from '../../reading/reading.ts';
import { chooseFormat } from './format.ts';

function printAll(name: string, readings: readonly Reading[]): string {
  const format = chooseFormat(name, { width: 80, color: false });
  return (
    format.open() + readings.map((reading, i) => format.print(reading, i)).join('') + format.close(readings.length)
  );
}

describe('a run of readings', () => {
  it.each([0, 1, 3])('is one JSON array of %i readings, each as the schema says', (count) => {
    const readings = Array.from({ length: count }, (_, i) => inventReading({ input: `${i}.html` }));
    const parsed: unknown = JSON.parse(printAll('json', readings));
    expect(parsed).toEqual(readings);
    expect(readingSchema.array().parse(parsed)).toHaveLength(count);
  });

  it.each(['json', 'jsonl'])(
    'as %s carries any character, and none raw that a terminal or a line splitter obeys',
    (name) => {
      const text = 'a\u001B[31m\u009B\u202E\u2028\u2029\u{E0041}\uD800 é 👩‍👧 b';
      const out = printAll(name, [inventReading({ report: { text } })]);
      expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u202E\u2028\u2029\u{E0041}]/u);
      const parsed = JSON.parse(out) as Reading | [Reading];
      expect(('report' in parsed ? parsed : parsed[0]).report.text).toBe(text);
    },
  );

  it('is one line a report as JSONL', () => {
    const lines = printAll('jsonl', [inventReading(), inventReading()]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe('');
  });

  it('is one page as HTML, whose places differ from report to report', () => {
    const html = printAll('html', [inventReading(), inventReading()]);
    expect(html.match(/<!doctype html>/gu)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a whole page also where no report could be read', () => {
    expect(printAll('html', [])).toMatch(/^<!doctype html>.*No report could be read.*<\/html>\n$/su);
  });

  it('parts one report from the next as text', () => {
    expect(printAll('text', [inventReading(), inventReading()]).split(`\n${'─'.repeat(60)}\n`)).toHaveLength(2);
  });
});
