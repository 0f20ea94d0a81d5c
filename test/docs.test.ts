import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDocuments } from '../scripts/documents.ts';
import { ACTS } from '../src/reading/act-names.ts';

const root = new URL('../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

const errorCodes = matches(
  /export type ErrorCode =([^;]+);/u.exec(readText('src/base/error.ts'))?.[1] ?? '',
  /'([a-z.-]+)'/gu,
);
const source = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readText(`src/${path.replaceAll('\\', '/')}`))
  .join('\n');

describe('the documents', () => {
  it('that are made from the source are in step with it (npm run docs writes them)', async () => {
    const documents = await makeDocuments();
    expect(documents.size).toBe(8);
    for (const [path, text] of documents) expect(readText(path), path).toBe(text);
  });

  it('explain every error code, and no other', () => {
    expect(errorCodes.length).toBeGreaterThan(20);
    expect(matches(readText('docs/errors.md'), /^### (.+)$/gmu).toSorted()).toEqual(errorCodes.toSorted());
  });

  it('explain every note', () => {
    const written = matches(source, /'((?:capture|page|language|reading)\.[a-z0-9-]+)'/gu);
    const removed = [...source.matchAll(/type (?:Furniture|Line)Reason =([^;]+);/gu)].flatMap(([, union = '']) =>
      matches(union, /'([a-z-]+)'/gu).map((reason) => `page.${reason}-removed`),
    );
    const orphaned = [...source.matchAll(/readonly reason: ((?:'[a-z-]+'(?: \| )?)+)/gu)].flatMap(([, union = '']) =>
      matches(union, /'([a-z-]+)'/gu).map((reason) => `reading.${reason}`),
    );
    expect(Math.min(removed.length, orphaned.length)).toBeGreaterThan(2);
    const notes = [...new Set([...written, ...removed, ...orphaned])].filter((code) => !errorCodes.includes(code));
    const explained = matches(readText('docs/notes.md'), /^\| `([a-z0-9.-]+)`/gmu);
    expect(notes.filter((code) => !explained.includes(code))).toEqual([]);
  });

  it('give every act a row with an example', () => {
    const rows = matches(
      /## Acts[^]*?(?=\n## )/u.exec(readText('docs/acts.md'))?.[0] ?? '',
      /^\| `([a-z]+)` +\| [^|]+ \| [^|]*\*\*[^|]+\|$/gmu,
    );
    expect(rows).toEqual([...ACTS]);
  });

  it('give a reason for every dependency', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readText('package.json')) as Record<
      'dependencies' | 'optionalDependencies',
      Record<string, string>
    >;
    const explained = matches(readText('docs/dependencies.md'), /^\| `([@a-z0-9/-]+)`/gmu);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      expect(explained, name).toContain(name);
  });

  it('link to nothing that is not there', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...readdirSync(new URL('docs/exports/', root)).map((name) => `docs/exports/${name}`)]; // prettier-ignore
    for (const page of pages)
      for (const target of matches(readText(page), /\]\((?!https?:|#)([^)#]+)/gu)) {
        const url = new URL(target, new URL(page, root));
        expect(
          () => (target.endsWith('/') ? readdirSync(url) : readFileSync(url)),
          `${page} → ${target}`,
        ).not.toThrow();
      }
  });

  it('name no path of a machine', () => {
    for (const name of ['README.md', 'CONTRIBUTING.md', 'docs/tour.md', 'docs/errors.md', 'docs/notes.md'])
      expect(readText(name)).not.toMatch(/\/(?:work|tmp|home|root)\//u);
  });
});
