import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateNames } from './evaluate-names.ts';
import { readCrossner } from './crossner.ts';

const MARKED = `Jo	B-politician
Hale	I-politician
left	O
the	O
Saltmere	B-politicalparty
Union	I-politicalparty
,	O
a	O
Norlandish	B-misc
party	O
.	O

The	O
Tide	B-event
Vote	I-event
came	O
.	O
`;

describe('CrossNER', () => {
  const data = mkdtempSync(join(tmpdir(), 'crossner-'));
  mkdirSync(join(data, 'crossner/politics'), { recursive: true });
  writeFileSync(join(data, 'crossner/politics/test.txt'), MARKED);

  it('is read as sentences with names of our kinds', () => {
    const read = readCrossner(data, 'test').map(({ text, names }) => [
      text,
      ...names.map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`),
    ]);
    expect(read).toEqual([
      ['Jo Hale left the Saltmere Union, a Norlandish party.', 'Jo Hale/person', 'Saltmere Union/organization', 'Norlandish/demonym'], // prettier-ignore
      ['The Tide Vote came.', 'Tide Vote/other'],
    ]);
  });

  it('says plainly where the data of the other half is missing', async () => {
    await expect(evaluateNames(data, () => Promise.resolve([]))).rejects.toThrow('gum/dep');
  });
});
