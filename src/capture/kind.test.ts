import { describe, expect, it } from 'vitest';
import { nameBinary } from './binary.ts';
import { tellKind, type ContentKind } from './kind.ts';

function tell(text: string, name: string | null = null, type: string | null = null): ContentKind {
  return tellKind(Buffer.from(text), true, { name, type });
}

describe('the kind is told by content', () => {
  it.each<[string, string, ContentKind]>([
    ['a page', '<!DOCTYPE html><html><body><p>The crane fell.</p></body></html>', 'html'],
    ['a page after a comment', '\n<!-- x -->\n<!-- y --><html><p>The crane fell.', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n<html>', 'html'],
    ['a piece of a page', '<p class="story">The crane fell.</p>', 'html'],
    ['a page after a line of log', 'Fetched 1 page\n<html><body>x</body></html>', 'html'],
    ['a text', 'The crane fell, the port said.\n\nNobody was hurt.', 'text'],
    ['a text in brackets', '[Editor’s note: the crane fell.]\n\nNobody was hurt.', 'text'],
    ['a text that opens with a brace', '{The crane} fell.', 'text'],
    ['a text with an angle bracket', '<The crane> fell, and 3 < 4.', 'text'],
    ['a text with a colon on its first lines', 'Port: the crane fell\nTime: noon\n\nNobody was hurt.', 'text'],
    ['Markdown by its heading', '# The crane fell\n\nNobody was hurt.', 'markdown'],
    ['Markdown by a link', 'The crane [fell](https://harbour.example/a).', 'markdown'],
    ['Markdown by its front matter', '---\ntitle: Crane\n---\nThe crane fell.', 'markdown'],
    ['a table', '{"text":"The crane fell."}\n{"text":"It rose."}\n', 'table'],
    ['a table of one row', '{"text":"The crane fell."}', 'table'],
    ['a table with a damaged first row', '{"text":"The cra\n{"text":"The crane fell."}\n', 'table'],
    ['a JSON document', '{\n  "text": "The crane fell."\n}\n', 'json'],
    [
      'a JSON document with objects on lines',
      '{\n  "reports": [\n    {"text": "The crane fell."},\n    {"text": "It rose."},\n    {"text": "It fell."}\n  ]\n}\n',
      'json',
    ],
    ['a JSON array', '[{"text":"The crane fell."},\n{"text":"It rose."}]', 'json'],
    ['addresses', '# to read\nhttps://harbour.example/a\n\nhttp://quay.example/b?c=d\n', 'addresses'],
    ['an address in a sentence', 'https://harbour.example/a says the crane fell.', 'text'],
    [
      'MHTML',
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
      'mhtml',
    ],
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel>', 'feed'],
    ['a feed with a document type', '<!DOCTYPE rss [<!ENTITY lol "lol">]>\n<rss><channel>', 'feed'],
    ['a feed in RDF', '<?xml version="1.0"?>\n<!-- x -->\n<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'feed'],
    ['a feed in Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['a JSON Feed', '{"title":"Quay","version":"https://jsonfeed.org/version/1.1","items":[]}', 'json-feed'],
    ['a sitemap', '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', 'sitemap'],
    ['an index of sitemaps', '<sitemapindex><sitemap>', 'sitemap'],
    ['a table in CSV', 'url,title,text\nhttps://harbour.example/a,Crane,The crane fell.', 'csv'],
    ['a table in CSV with quotation marks and semicolons', '"title";"text"\n"Crane";"It fell."', 'csv'],
    ['a text whose first line has a comma', 'The crane fell, and the text\nsays so.', 'text'],
    ['a text of one line that could be columns', 'title,text', 'text'],
    ['an XML document', '<?xml version="1.0"?>\n<Story><p>The crane fell.</p></Story>', 'xml'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>', 'xml'],
    ['a WARC archive', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n', 'warc'],
  ])('%s', (_, text, kind) => {
    expect(tell(text)).toBe(kind);
  });

  it('in UTF-16, with and without its mark', () => {
    const page = '<!DOCTYPE html><html><body><p>The crane fell.</p></body></html>';
    expect(tellKind(Buffer.from(`\uFEFF${page}`, 'utf16le'), true, { name: null, type: null })).toBe('html');
    expect(tellKind(Buffer.from(page, 'utf16le').swap16(), true, { name: null, type: null })).toBe('html');
  });

  it('of a long first row by how it begins', () => {
    expect(tellKind(Buffer.from('{"text":"The crane'), false, { name: null, type: null })).toBe('table');
  });
});

describe('a name or a server’s word only breaks a tie', () => {
  it.each<[string, string, string, ContentKind]>([
    ['a page named .txt', '<!DOCTYPE html><html>', 'a.txt', 'html'],
    ['a text named .html', 'The crane fell.', 'a.html', 'text'],
    ['a text with tags named .html', 'The crane <b>fell</b>.', 'a.html', 'html'],
    ['a text with tags named .txt', 'The crane <b>fell</b>.', 'a.txt', 'text'],
    ['Markdown that opens with markup', '<p align="center">The crane</p>\n\n# It fell', 'a.md', 'markdown'],
    ['plain text named .md', 'The crane fell.', 'a.md', 'markdown'],
    ['text with one sign, named .txt', '# 1 fan of cranes\nThe crane fell.', 'a.txt', 'text'],
    ['a table named .txt', '{"text":"The crane fell."}\n', 'a.txt', 'table'],
    ['a text named .jsonl', 'The crane fell.', 'a.jsonl', 'text'],
    ['a table with mostly bad rows named .jsonl', 'x\ny\nz\n{"text":"The crane fell."}', 'a.jsonl', 'table'],
    ['a table in CSV with columns of other names', 'headline,body\nCrane,The crane fell.', 'a.csv', 'csv'],
    ['a table in CSV of one column', 'text\nThe crane fell.', 'a.csv', 'csv'],
    ['a text named .csv', 'The crane fell.\nNobody was hurt.', 'a.csv', 'text'],
  ])('%s', (_, text, name, kind) => {
    expect(tell(text, name)).toBe(kind);
  });
});

it('tells in time, whatever a stranger wrote', () => {
  const hostile = [
    '<!-- -->'.repeat(8000),
    `a${'\n'.repeat(60_000)}`,
    '['.repeat(60_000),
    '** '.repeat(20_000),
    'a: b\n'.repeat(12_000),
    '<!DOCTYPE x ['.repeat(5000),
    `<!DOCTYPE ${'a'.repeat(60_000)}`,
    `{${'"version":'.repeat(6000)}`,
    `"${'""'.repeat(30_000)},`,
  ];
  const started = performance.now();
  for (const text of hostile) tell(text);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('binary data is named', () => {
  it.each([
    ['a PDF file', '%PDF-1.7\n%âãÏÓ'],
    ['a PNG image', '\x89PNG\r\n\x1a\n'],
    ['a JPEG image', '\xff\xd8\xff\xe0'],
    ['a ZIP file (or a document, which is a ZIP file)', 'PK\x03\x04\x14'],
    ['a film or sound file', '\0\0\0\x20ftypisom'],
    ['a Parquet table', 'PAR1\x15'],
    ['binary data', '\0\x01\x02\x03\x04'],
  ])('%s', (name, bytes) => {
    expect(nameBinary(Buffer.from(bytes, 'latin1'))).toBe(name);
  });

  it.each([
    ['UTF-8', Buffer.from('Der Kran fiel – sagte „der Hafen“. 🏗️ רציף')],
    ['Windows-1252', Buffer.from('Der Kran fiel, sagte der Hafen \x84am Kai\x93.', 'latin1')],
    ['UTF-16 without a mark', Buffer.from('The crane fell, the port said.', 'utf16le')],
    ['ISO-2022-JP', Buffer.from('\x1b$B%/%l!<%s\x1b(B', 'latin1')],
    ['invalid UTF-8', Buffer.from('The crane \xff\xfe\xc3( fell.', 'latin1')],
    ['a stray NUL in a long text', Buffer.from(`${'The crane fell. '.repeat(100)}\0`)],
  ])('text is not: %s', (_, bytes) => {
    expect(nameBinary(bytes)).toBeNull();
  });
});
