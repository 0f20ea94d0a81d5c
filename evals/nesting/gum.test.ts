import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readGum } from './gum.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-gum-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function token(id: string, form: string, misc = '_'): string {
  return [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');
}

it('rebuilds the text from the tokens and reads who tells what from the tree', () => {
  mkdirSync(join(folder, 'gum/dep'), { recursive: true });
  mkdirSync(join(folder, 'gum/rst'), { recursive: true });
  const conllu = [
    '# newpar',
    '# sent_id = x-1',
    token('1', 'Ada'),
    token('2', 'said'),
    token('3', 'Bo'),
    token('4-5', 'can’t', 'SpaceAfter=No'),
    token('4', 'ca'),
    token('5', 'n’t'),
    token('6', '.'),
    '',
    '# newpar',
    '# sent_id = x-2',
    token('1', 'True', 'SpaceAfter=No'),
    token('2', '.'),
  ];
  const rs4 = `<rst><body>
    <segment id="1" parent="2" relname="attribution-positive">Ada said</segment>
    <segment id="2" parent="4" relname="span">Bo ca n’t .</segment>
    <segment id="3" parent="4" relname="evaluation-comment">True .</segment>
    <group id="4" type="span"/></body></rst>`;
  writeFileSync(join(folder, 'gum/dep/x.conllu'), conllu.join('\n'));
  writeFileSync(join(folder, 'gum/rst/x.rs4'), rs4);
  const { text, sentences, edus, relations } = readGum(folder, 'x');
  expect(text).toBe('Ada said Bo can’t.\n\nTrue.');
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['Ada said Bo can’t.', 'True.']);
  expect([...edus.values()].map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ada said',
    'Bo can’t.',
    'True.',
  ]);
  expect(relations).toEqual([{ satellite: [1], nucleus: [2] }]);
});
