import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAddress, keyReport } from './report-key.ts';

const KEY = 'gazette.example/news/ferry';

describe('the key of an address', () => {
  it.each([
    ['as it is', 'https://gazette.example/news/ferry', KEY],
    ['another scheme', 'http://gazette.example/news/ferry', KEY],
    ['www', 'https://www.gazette.example/news/ferry', KEY],
    ['www2', 'https://www2.gazette.example/news/ferry', KEY],
    ['the mobile host', 'https://m.gazette.example/news/ferry', KEY],
    ['www and mobile', 'https://www.m.gazette.example/news/ferry', KEY],
    ['a host in capitals', 'HTTPS://GAZETTE.EXAMPLE/news/ferry', KEY],
    ['a host with a final dot', 'https://gazette.example./news/ferry', KEY],
    ['the usual port', 'https://gazette.example:443/news/ferry', KEY],
    ['another port', 'https://gazette.example:8080/news/ferry', 'gazette.example:8080/news/ferry'],
    ['a user', 'https://me:secret@gazette.example/news/ferry', KEY],
    ['a slash at the end', 'https://gazette.example/news/ferry/', KEY],
    ['two slashes', 'https://gazette.example//news//ferry', KEY],
    ['dots', 'https://gazette.example/sport/../news/./ferry', KEY],
    ['the index page', 'https://gazette.example/news/ferry/index.html', KEY],
    ['a fragment', 'https://gazette.example/news/ferry#comments', KEY],
    ['a fragment that is an address', 'https://gazette.example/#!/news/ferry', 'gazette.example#!/news/ferry'],
    ['an empty query', 'https://gazette.example/news/ferry?', KEY],
    ['campaigns', 'https://gazette.example/news/ferry?utm_source=x&utm_medium=y&fbclid=1', KEY],
    ['a campaign in capitals', 'https://gazette.example/news/ferry?CMP=share_btn_tw', KEY],
    ['a query that tells the page', 'https://gazette.example/news?id=7&utm_source=x', 'gazette.example/news?id=7'],
    ['a query in another order', 'https://gazette.example/news?b=2&a=1', 'gazette.example/news?a=1&b=2'],
    ['a feed', 'https://gazette.example/news/ferry?source=rss', KEY],
    ['another source', 'https://gazette.example/news?source=12', 'gazette.example/news?source=12'],
    ['needless encoding', 'https://gazette.example/news/%66erry', KEY],
    ['encoding in small letters', 'https://gazette.example/caf%c3%a9', 'gazette.example/caf%C3%A9'],
    ['letters that need encoding', 'https://gazette.example/café', 'gazette.example/caf%C3%A9'],
    ['an encoded slash', 'https://gazette.example/a%2fb', 'gazette.example/a%2Fb'],
    ['a host in another script', 'https://zeitung-müller.example/a', 'xn--zeitung-mller-4ob.example/a'],
    ['a path in capitals', 'https://gazette.example/News/Ferry', 'gazette.example/News/Ferry'],
    ['the AMP host', 'https://amp.gazette.example/news/ferry', KEY],
    ['the AMP page', 'https://gazette.example/news/ferry/amp/', KEY],
    ['the AMP file', 'https://gazette.example/news/ferry.amp', KEY],
    ['the AMP html', 'https://gazette.example/news/ferry.amp.html', 'gazette.example/news/ferry.html'],
    ['the AMP folder', 'https://gazette.example/amp/news/ferry', KEY],
    ['the AMP parameter', 'https://gazette.example/news/ferry?amp=1', KEY],
    ['the AMP output', 'https://gazette.example/news/ferry?outputType=amp', KEY],
    ['the AMP cache of Google', 'https://www.google.com/amp/s/www.gazette.example/news/ferry', KEY],
    ['the AMP cache', 'https://gazette-example.cdn.ampproject.org/c/s/gazette.example/news/ferry?amp=1', KEY],
    ['a web archive', 'https://web.archive.org/web/20230905140312/http://www.gazette.example/news/ferry', KEY],
    ['the front page', 'https://www.gazette.example/', 'gazette.example'],
    ['a short host', 'https://m.example/a', 'm.example/a'],
    ['a word that ends in amp', 'https://gazette.example/news/base-camp', 'gazette.example/news/base-camp'],
    ['a folder called amplifier', 'https://gazette.example/amplifier', 'gazette.example/amplifier'],
  ])('%s', (_, address, key) => {
    expect(keyAddress(address)).toBe(key);
  });

  it.each(['', 'ferry', 'mailto:a@b.example', 'file:///a.html', 'urn:isbn:1'])('is none for “%s”', (address) => {
    expect(keyAddress(address)).toBeNull();
  });

  it('stays itself when it is keyed again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const key = keyAddress(address) ?? '';
        expect(keyAddress(`https://${key}`)).toBe(key);
      }),
    );
  });
});

describe('the key of a report without an address', () => {
  const key = (outlet: string | null, text = 'The quay is old.') => keyReport({ url: null, outlet, text });
  it('is its outlet and the hash of its text', () => {
    expect(key('The  Saltmere Courier')).toBe(
      'text:saltmere%20courier:b516dc02a97ba05af956796306e96cb7c2f557788a0f027e5efc2bcd9815f1f7',
    );
  });
  it('is the same for an outlet with and without its article, and another for another text', () => {
    expect(key('Saltmere Courier')).toBe(key('The Saltmere Courier'));
    expect(key('Saltmere Courier', 'The quay is new.')).not.toBe(key('Saltmere Courier'));
    expect(key(null)).not.toBe(key('Saltmere Courier'));
  });
  it('is used where the address is none', () => {
    expect(keyReport({ url: 'urn:isbn:1', outlet: null, text: 'a' })).toBe(
      'text::ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    );
  });
});
