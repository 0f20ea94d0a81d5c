import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HearsayError, read, readInputs, type Reading } from '../src/index.ts';

const PAGE = fileURLToPath(new URL('../examples/saltmere-ferry.html', import.meta.url));
const TEXT = fileURLToPath(new URL('../examples/lindow-lake.txt', import.meta.url));

/** [id, parent, source, cue, content] of each attribution, as words. */
function tell({ attributions }: Reading): unknown[] {
  const words = (spans: { text: string }[]): string => spans.map((span) => span.text).join(' … ');
  return attributions.map((one) => [one.id, one.parent, words(one.source), words(one.cue), words(one.content)]);
}

describe('read, as a library', () => {
  it('finds who said what in the example, and what is told inside it', async () => {
    const told = tell(await read(PAGE));
    const chain = told.filter((row) => JSON.stringify(row).includes('The Tidewater Post'));
    expect(chain).toEqual([
      [
        'a5',
        null,
        'The Tidewater Post',
        'reported',
        'that its sources in the transport ministry believed the decision had already been taken',
      ],
    ]);
    expect(told).toContainEqual(['a2', null, 'who', 'asked', 'not to be named because no contract has been signed']);
    expect(told).toContainEqual(['a14', 'a13', 'her manager', 'had told', 'that the office would probably close']);
  });

  it('is the same reading with the native runtime and with WebAssembly', async () => {
    const [native, wasm] = [await read(PAGE, { runtime: 'native' }), await read(PAGE, { runtime: 'wasm' })];
    expect(tell(wasm)).toEqual(tell(native));
  });

  it('is the same reading alone and among others: a pure function of the article', async () => {
    const alone = await read(TEXT);
    const among: Reading[] = [];
    for await (const result of readInputs([PAGE, TEXT, PAGE])) if ('reading' in result) among.push(result.reading);
    expect(among).toHaveLength(3);
    expect(among[1]).toEqual(alone);
    expect(among[2]).toEqual(among[0]);
  });

  it('throws one what, why and fix', async () => {
    const failed = read('no-such-file.html');
    await expect(failed).rejects.toBeInstanceOf(HearsayError);
    await expect(failed).rejects.toMatchObject({ code: 'input.not-found' });
  });
});
