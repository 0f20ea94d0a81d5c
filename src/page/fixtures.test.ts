import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import type { Article } from './article.ts';
import { extractArticle } from './extract-article.ts';

// Each folder is a page reduced to its structure, with words of our own, and what must be read from it: written by
// hand, never by the test. `expected.json` holds `{"error": code}` or the facts; `expected.txt` the story.
const FOLDER = join(import.meta.dirname, 'fixtures');

interface Expected extends Partial<Article> {
  readonly error?: string;
}

function readFixture(name: string, file: string): string {
  const path = join(FOLDER, name, file);
  if (!existsSync(path))
    throw new Error(`${name}/${file} is missing: write what must be read from ${name}/source.html`);
  return readFileSync(path, 'utf8');
}

function extractFixture(name: string): Article {
  const bytes = new TextEncoder().encode(readFixture(name, 'source.html'));
  return extractArticle({ input: `${name}.html`, kind: 'html', bytes, charset: null, given: {} });
}

describe('pages of known structures', () => {
  const names = readdirSync(FOLDER);
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(11);
  });
  for (const name of names) {
    const { error, links, notes, ...facts } = JSON.parse(readFixture(name, 'expected.json')) as Expected;
    if (error !== undefined) {
      it(`${name} is named as what it is: ${error}`, () => {
        expect(() => extractFixture(name)).toThrow(HearsayError);
        expect(() => extractFixture(name)).toThrow(expect.objectContaining({ code: error }));
      });
      continue;
    }
    it(`${name} gives its story and nothing else`, () => {
      expect(`${extractFixture(name).text}\n`).toBe(readFixture(name, 'expected.txt'));
    });
    it(`${name} gives its facts`, () => {
      expect(extractFixture(name)).toMatchObject(facts);
    });
    it(`${name} gives its links with their places, and says what it left out`, () => {
      const article = extractFixture(name);
      expect(article.links.map(({ text, href }) => [text, href])).toEqual(links);
      for (const { start, end, text } of article.links) expect(article.text.slice(start, end)).toBe(text);
      expect(article.notes.map(({ code }) => code)).toEqual(expect.arrayContaining([...(notes ?? [])]));
    });
  }
});
