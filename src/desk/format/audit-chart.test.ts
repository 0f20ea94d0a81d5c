import { expect, it } from 'vitest';
import { inventReading } from '../../../test/invented-reading.ts';
import { drawAudit } from './audit-chart.ts';

it('draws a bar for each kind of source, with its number as text, and needs no style of its own', () => {
  const svg = drawAudit(inventReading());
  expect(svg).toContain('aria-label="Who speaks: 2 named, 1 unnamed"');
  expect(svg).toContain('>2</text>');
  expect(svg).not.toMatch(/style|script/u);
});

it('draws nothing where nobody speaks', () => {
  const audit = { attributions: 0, named: 0, unnamed: 0, official: 0, document: 0, women: 0, men: 0 };
  expect(drawAudit({ ...inventReading({ attributions: [] }), audit })).toBe('');
});
