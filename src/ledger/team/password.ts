import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { HearsayError } from '../../base/error.ts';

/** OWASP Password Storage Cheat Sheet (2025): N = 2^15, r = 8, p = 3; 32 MiB and about a quarter of a second a try. */
const [LN, R, P] = [15, 8, 3];
const [SALT, HASH] = [16, 32];
/** NIST SP 800-63B asks for 8 at least beside other factors, 15 where it stands alone; we have limits to tries besides. */
const [SHORTEST, LONGEST] = [12, 512];

/** `$scrypt$ln=15,r=8,p=3$salt$hash`, the PHC form with base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT);
  const hash = await derive(password, salt, { N: 2 ** LN, r: R, p: P }, HASH);
  return `$scrypt$ln=${String(LN)},r=${String(R)},p=${String(P)}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether it is the password; as slow where there is none to compare with, so that nobody learns who is known. */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const found = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/u.exec(kept ?? '');
  const [ln, r, p] = found === null ? [LN, R, P] : found.slice(1, 4).map(Number);
  const salt = Buffer.from(found?.[4] ?? '', 'base64');
  const wanted = Buffer.from(found?.[5] ?? '', 'base64');
  const hash = await derive(password, salt, { N: 2 ** (ln ?? LN), r: r ?? R, p: p ?? P }, wanted.length || HASH);
  return wanted.length === hash.length && timingSafeEqual(hash, wanted);
}

/** @throws HearsayError `usage.bad-option` where it is easy to guess */
export function checkPassword(password: string, name: string): void {
  const refuse = (why: string): never => {
    throw new HearsayError('usage.bad-option', 'This password cannot be taken', why, 'take four or five words that do not belong together'); // prettier-ignore
  };
  if ([...password].length < SHORTEST) refuse(`it has fewer than ${String(SHORTEST)} characters`);
  if (password.length > LONGEST) refuse(`it has more than ${String(LONGEST)} characters`);
  if (new Set(password).size < 5) refuse('it repeats the same few characters');
  const plain = password.toLowerCase();
  if (name !== '' && plain.replaceAll(name.toLowerCase(), '').length < 6) refuse('it is little more than the name');
  if (/^(?:0?123456789\d*|(?:qwert[yz]uiop|qwerty|password|passwort|hearsay)[\W\d_]*(?:qwerty|password|hearsay)?[\W\d_]*)$/u.test(plain)) refuse('everybody tries it first'); // prettier-ignore
}

/** One that nobody guesses, to be typed once: 80 bits. */
export function makePassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const all = [...randomBytes(16)].map((byte) => letters[byte % letters.length] ?? '').join('');
  return all.match(/.{4}/gu)?.join('-') ?? all;
}

function derive(password: string, salt: Buffer, cost: ScryptOptions, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFC: the same letters, however the keyboard composes them.
    scrypt(password.normalize('NFC'), salt, length, { ...cost, maxmem: 96 * 2 ** 20 }, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/u, '');
}
