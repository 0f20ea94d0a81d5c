import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HearsayError, read, readInputs, type Reading } from '../src/index.ts';

const PAGE = fileURLToPath(new URL('../examples/saltmere-ferry.html', import.meta.url));
const TEXT = fileURLToPath(new URL('../examples/lindow-lake.txt', import.meta.url));

/** [source of the parent, source, cue, content] of each attribution, as words: ids change with every new network. */
function tell({ attributions }: Reading): unknown[] {
  const words = (spans: { text: string }[] = []): string => spans.map((span) => span.text).join(' … ');
  return attributions.map(({ parent, source, cue, content }) => [
    parent === null ? null : words(attributions.find(({ id }) => id === parent)?.source),
    words(source),
    words(cue),
    words(content),
  ]);
}

describe('read, as a library', () => {
  it('finds who said what in the example, and what is told inside it', async () => {
    const told = tell(await read(PAGE));
    const believed = 'that its sources in the transport ministry believed the decision had already been taken';
    expect(told).toContainEqual([null, 'The Tidewater Post', 'reported', believed]);
    expect(told).toContainEqual([null, 'His office', 'could not confirm', 'whether he would']);
    const tolland = 'Mira Tolland, who has run the ticket office since 2009,';
    expect(told).toContainEqual([tolland, 'her manager', 'had told', 'that the office would probably close']);
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

  it('says beside a failure what else was passed over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-read-'));
    await writeFile(join(folder, 'a.txt'), '');
    await writeFile(join(folder, 'b.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
    const results = [];
    for await (const result of readInputs([folder])) results.push(result);
    await rm(folder, { recursive: true });
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ error: { code: 'input.empty' }, notes: [{ code: 'capture.file-skipped' }] });
  });

  it('throws one what, why and fix', async () => {
    const failed = read('no-such-file.html');
    await expect(failed).rejects.toBeInstanceOf(HearsayError);
    await expect(failed).rejects.toMatchObject({ code: 'input.not-found' });
  });
});
