import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadLinker } from '../src/reading/assemble/linker.ts';
import { readAheadModel } from '../src/reading/expected/model.ts';
import { openNumbers, openObject, openTable } from '../src/base/model-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-models-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): URL {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name));
}

describe('a file of weights', () => {
  it('is read as its numbers by name', () => {
    const linker = loadLinker(write('good.json', '{"link":{"a":1.5},"exact":{},"overlap":{"b":-2}}'));
    expect([linker.link.get('a'), linker.exact.size, linker.overlap.get('b')]).toEqual([1.5, 0, -2]);
  });

  it.each([
    ['cut short', '{"link":{"a":1.5},"exa', 'model.damaged'],
    ['without a part', '{"link":{"a":1.5},"exact":{}}', 'model.damaged'],
    ['with a part more', '{"link":{},"exact":{},"overlap":{},"more":{}}', 'model.damaged'],
    ['with a word for a number', '{"link":{"a":"1.5"},"exact":{},"overlap":{}}', 'model.damaged'],
    ['a list', '[]', 'model.damaged'],
  ])('that is %s is said to be damaged, with its path', (what, text, code) => {
    const file = write(`${what}.json`, text);
    expect(() => loadLinker(file)).toThrow(expect.objectContaining({ code, fix: 'install Hearsay again: the file is part of the package' })); // prettier-ignore
    expect(() => loadLinker(file)).toThrow(expect.objectContaining({ why: expect.stringContaining(join(folder, what)) as string })); // prettier-ignore
  });

  it('that is not there is said to be missing', () => {
    expect(() => loadLinker(pathToFileURL(join(folder, 'none.json')))).toThrow(
      expect.objectContaining({ code: 'model.missing' }),
    );
  });

  it('of what is ahead has as many numbers as a sense', () => {
    const { content, cue } = readAheadModel();
    expect([content.weights.length, cue.weights.length]).toEqual([64, 64]);
  });
});

it('numbers, tables and objects of another shape are refused', () => {
  expect(() => openNumbers([1, 2], 3)).toThrow('no 3 numbers');
  expect(() => openNumbers([1, null], 2)).toThrow('no number');
  expect(() => openTable(null)).toThrow('no object');
  expect(() => openObject({ b: 1 }, ['a'])).toThrow('it has b where a should be');
});
