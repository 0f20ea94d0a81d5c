import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureMhtml } from './mhtml.ts';
import { decodePart, parseMime } from './mime.ts';

function writeMhtml(end = '------x--\r\n'): Buffer {
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harbour.example/news/crane',
      'Subject: Crane',
      'Date: Tue, 5 Sep 2023 14:03:12 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----x"',
      '',
      '',
      '------x',
      'Content-Type: text/html; charset=windows-1252',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://adverts.example/frame',
      '',
      Buffer.from('<html><p>Buy cranes</p></html>').toString('base64'),
      '------x',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://harbour.example/news/crane',
      '',
      '<!DOCTYPE html><html><body><p class=3D"s">The crane fell at the caf=C3=A9, t=',
      'he port said.</p></body></html>',
      '------x',
      'Content-Type: image/png',
      '',
      'not read',
      end,
    ].join('\r\n'),
  );
}

describe('an MHTML file', () => {
  it('gives the page it was saved from, not a frame, with its address, time and charset', () => {
    const capture = captureMhtml('crane.mhtml', writeMhtml());
    expect(Buffer.from(capture.bytes).toString()).toBe(
      '<!DOCTYPE html><html><body><p class="s">The crane fell at the café, the port said.</p></body></html>',
    );
    expect(capture).toMatchObject({
      kind: 'html',
      charset: 'utf-8',
      given: { url: 'https://harbour.example/news/crane', captured: '2023-09-05T14:03:12+02:00' },
      notes: [],
    });
  });

  it('that was cut off gives what is there, and a note', () => {
    const capture = captureMhtml('crane.mhtml', writeMhtml('').subarray(0, 900));
    expect(Buffer.from(capture.bytes).toString()).toContain('The crane fell');
    expect(capture.notes?.map(({ code }) => code)).toEqual(['capture.truncated']);
  });

  it('without a page is an error', () => {
    const mail =
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n';
    expect(() => captureMhtml('mail.eml', Buffer.from(mail))).toThrow(/none of its parts is HTML/u);
  });

  it('that is a mail is not captured when it was sent', () => {
    const mail =
      'From: a@harbour.example\nDate: Tue, 5 Sep 2023 14:03:12 +0200\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n' +
      '--b\nContent-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>The crane fell.</p>\n--c--\n--b--\n';
    const capture = captureMhtml('mail.eml', Buffer.from(mail));
    expect(Buffer.from(capture.bytes).toString()).toBe('<p>The crane fell.</p>');
    expect(capture.given).toEqual({});
  });

  it('of one part only has the page as its body', () => {
    const capture = captureMhtml(
      'a.mht',
      Buffer.from('MIME-Version: 1.0\nContent-Type: text/html\n\n<p>The crane fell.</p>'),
    );
    expect(Buffer.from(capture.bytes).toString()).toBe('<p>The crane fell.</p>');
  });
});

describe('a part', () => {
  const quoted = { headers: new Map([['content-transfer-encoding', 'quoted-printable']]), complete: true };
  it.each([
    ['an equals sign that is no code stays', 'a=b =ZZ =', 'a=b =ZZ ='],
    ['a soft break goes, with white space before it', 'cra= \r\nne=\nfell', 'cranefell'],
    ['a code is a byte', '=E2=80=94', '—'],
  ])('in quoted-printable: %s', (_, body, text) => {
    expect(Buffer.from(decodePart({ ...quoted, body: Buffer.from(body) })).toString()).toBe(text);
  });

  it('comes back byte for byte from base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const body = (
          Buffer.from(bytes)
            .toString('base64')
            .match(/.{1,76}/gu) ?? []
        ).join('\r\n');
        const message = `Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`;
        const part = parseMime(Buffer.from(message)).parts[0];
        expect(part === undefined ? null : Buffer.from(decodePart(part))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('of any bytes at all never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() =>
          parseMime(Buffer.concat([Buffer.from('Content-Type: multipart/x; boundary=b\n\n--b\n'), bytes])),
        ).not.toThrow();
      }),
    );
  });
});
