import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';

const STORY = 'Der Bürgermeister grüßte die Schüler und sagte, die Brücke öffne früher als geplant. '.repeat(4);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const as = (text: string, charset: string): Uint8Array => iconv.encode(text, charset);

describe('decodeBytes', () => {
  const cases: readonly [name: string, bytes: Uint8Array, declared: string | null, isPage: boolean, text: string, charset: string, notes: readonly string[]][] = [
    ['takes UTF-8 where nothing is said', utf8(STORY), null, false, STORY, 'utf-8', []],
    ['drops a byte order mark and nothing else', utf8(`\ufeff ${STORY}`), null, false, ` ${STORY}`, 'utf-8', []],
    ['believes a UTF-16 mark over the header', Buffer.concat([Buffer.from([0xff, 0xfe]), as(STORY, 'utf-16le')]), 'utf-8', false, STORY, 'utf-16le', []],
    ['believes the header', as(STORY, 'iso-8859-15'), 'ISO-8859-15', false, STORY, 'iso-8859-15', []],
    ['reads Latin-1 as browsers do', as('“Grüße” – €', 'windows-1252'), 'iso-8859-1', false, '“Grüße” – €', 'windows-1252', []],
    ['finds the charset in a page’s meta', as(`<meta charset="windows-1251"><p>Привет, мир</p>`, 'windows-1251'), null, true, '<meta charset="windows-1251"><p>Привет, мир</p>', 'windows-1251', []],
    ['detects a charset that nobody names', as(STORY, 'windows-1252'), null, false, STORY, 'windows-1252', []],
    ['notices UTF-8 that says it is Latin-1', utf8(STORY), 'iso-8859-1', false, STORY, 'utf-8', ['page.wrong-charset']],
    ['notices Latin-1 that says it is UTF-8', as(STORY, 'windows-1252'), 'utf-8', false, STORY, 'windows-1252', ['page.wrong-charset']],
    ['ignores a charset that does not exist', utf8(STORY), 'utf-99', false, STORY, 'utf-8', []],
  ]; // prettier-ignore
  it.each(cases)('%s', (_name, bytes, declared, isPage, text, charset, notes) => {
    const decoded = decodeBytes(bytes, declared, isPage);
    expect(decoded.text).toBe(text);
    expect(decoded.charset).toMatch(charset === 'windows-1252' ? /windows-1252|iso-8859-1/u : charset);
    expect(decoded.notes.map(({ code }) => code)).toEqual(notes);
  });

  it('replaces single invalid bytes in UTF-8 and says so', () => {
    const bytes = Buffer.concat([utf8(STORY), Buffer.from([0xff]), utf8(STORY)]);
    const decoded = decodeBytes(bytes, 'utf-8', false);
    expect(decoded.text).toBe(`${STORY}\ufffd${STORY}`);
    expect(decoded.notes).toEqual([
      { code: 'page.invalid-bytes', what: '1 byte sequence is not valid utf-8: replaced by U+FFFD.', span: null },
    ]);
  });

  it('keeps lone surrogates, from UTF-16 and from WTF-8', () => {
    expect(decodeBytes(as('a\ud83db', 'utf-16le'), 'utf-16le', false).text).toBe('a\ud83db');
    const wtf8 = Buffer.concat([utf8(`${STORY} a`), Buffer.from([0xed, 0xa0, 0xbd]), utf8('b')]);
    expect(decodeBytes(wtf8, 'utf-8', false).text).toBe(`${STORY} a\ud83db`);
  });
});
