import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-outlets-'));
  vi.resetModules();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function put(content: string): Promise<string> {
  const file = join(folder, 'outlets.tsv');
  await writeFile(file, content);
  vi.stubEnv('HEARSAY_OUTLETS', file);
  return file;
}

describe('a user’s own outlets', () => {
  it('are known by name, short forms and domains, before those that come with Hearsay', async () => {
    await put('# ours\nThe Brackwater Gazette\toutlet\tThe Gazette;BG\tbrackwater.example\r\nTidewire\twire\n\nOur Reuters\twire\t\treuters.com\n'); // prettier-ignore
    const { findOutletNamed, findOutlets, nameOfHost } = await import('../src/language/outlets.ts');
    expect(findOutletNamed('BG')).toEqual({ name: 'The Brackwater Gazette', kind: 'outlet' });
    expect(findOutlets('as Tidewire and Reuters reported').map(({ outlet }) => outlet)).toEqual([
      { name: 'Tidewire', kind: 'wire' },
      { name: 'Reuters', kind: 'wire' },
    ]);
    expect([nameOfHost('https://www.brackwater.example/a'), nameOfHost('https://reuters.com/b')]).toEqual(['The Brackwater Gazette', 'Our Reuters']); // prettier-ignore
  });

  it('change who reads: what was read without them is read anew', async () => {
    vi.stubEnv('HEARSAY_OUTLETS', '');
    const without = (await import('../src/reader.ts')).identifyReader();
    vi.resetModules();
    await put('The Brackwater Gazette\toutlet\n');
    const reader = await import('../src/reader.ts');
    expect(reader.identifyReader().network).toBe(without.network);
    expect(reader.identifyReader().rules).not.toBe(without.rules);
  });

  it.each([
    ['The Brackwater Gazette\tpaper\n', 'line 1 has no name, or neither “outlet” nor “wire” behind it'],
    ['A\twire\n\toutlet\n', 'line 2 has no name, or neither “outlet” nor “wire” behind it'],
  ])('are refused where a line is none: %j', async (content, why) => {
    const file = await put(content);
    const { readOutletFile } = await import('../src/base/user-outlets.ts');
    expect(() => readOutletFile(file)).toThrow(expect.objectContaining({ code: 'usage.bad-option', why }));
  });

  it('are refused where the file is not there', async () => {
    const { readOutletFile } = await import('../src/base/user-outlets.ts');
    expect(() => readOutletFile(join(folder, 'none.tsv'))).toThrow(
      expect.objectContaining({ code: 'usage.bad-option' }),
    );
  });
});
