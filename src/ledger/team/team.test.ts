import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeOnBoth } from '../../../test/on-both-stores.ts';
import { openLedger, type Ledger } from '../ledger.ts';
import { nameAnswer } from './kept-answers.ts';
import { hashPassword, makePassword, verifyPassword } from './password.ts';
import { LOCAL, Team } from './team.ts';

const PASSWORD = 'lantern gravel otter nine';

describeOnBoth('a team', (newPlace) => {
  let ledger: Ledger;
  let team: Team;
  let time = 0;
  const now = (): Date => new Date(time);
  beforeEach(async () => {
    time = Date.parse('2031-06-01T12:00:00Z');
    ledger = await openLedger(await newPlace(), { by: 'tester', now });
    team = new Team(ledger.store, now);
  });
  afterEach(() => ledger.close());

  it('keeps passwords as scrypt hashes alone, and knows them again', async () => {
    await team.addUser('Ada Venn', 'admin', PASSWORD, 'root');
    const [row] = await ledger.store.all<{ password: string }>('SELECT password FROM users');
    expect(row?.password).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/u);
    expect([await team.isPassword('ada venn', PASSWORD), await team.isPassword('Ada Venn', `${PASSWORD} `), await team.isPassword('Nobody', PASSWORD)]).toEqual([true, false, false]); // prettier-ignore
    const composed = await hashPassword('caf\u00e9 gravel otter');
    expect(await verifyPassword('cafe\u0301 gravel otter', composed)).toBe(true);
    expect([await verifyPassword('x', null), await verifyPassword('x', 'x')]).toEqual([false, false]);
    expect(makePassword()).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/u);
  });

  it.each(['short', 'aaaaaaaaaaaaaaaa', 'password1234', '1234567890123', 'qwertyuiop123', 'Ada Venn 2031'])('refuses %s as a password', async (password) => {
    await expect(team.addUser('Ada Venn', 'admin', password, 'root')).rejects.toMatchObject({ code: 'usage.bad-option' });
    expect(await team.people()).toEqual([]);
  }); // prettier-ignore

  it('has one person of each name, and always an admin', async () => {
    await team.addUser('Ada', 'admin', PASSWORD, 'root');
    await expect(team.addUser('ADA', 'reader', null, 'root')).rejects.toMatchObject({ code: 'team.name-taken' });
    await expect(team.removeUser('Ada', 'Ada')).rejects.toMatchObject({ code: 'team.last-admin' });
    await expect(team.setRole('Ada', 'editor', 'Ada')).rejects.toMatchObject({ code: 'team.last-admin' });
    await team.addUser('Bo', 'admin', null, 'Ada');
    await team.removeUser('Ada', 'Bo', 'left');
    expect((await team.people()).map(({ name, hasPassword }) => [name, hasPassword])).toEqual([['Bo', false]]);
    await expect(team.setRole('Ada', 'reader', 'Bo')).rejects.toMatchObject({ code: 'team.unknown-user' });
  });

  it('ends sessions and keys with the person, and a key never does more than its owner', async () => {
    await team.addUser('Ada', 'admin', PASSWORD, 'root');
    const bo = await team.addUser('Bo', 'editor', PASSWORD, 'Ada');
    const session = (await team.signIn('Bo', PASSWORD, '192.0.2.1')) ?? '';
    const id = (await team.session(session))?.user ?? '';
    expect(await team.session(session)).toMatchObject({ name: bo.name, role: 'editor' });
    const wanted = { name: 'nightly', role: 'editor', scope: 'api', days: 30 } as const;
    const { key, kept } = await team.makeKey(id, wanted, 'Bo');
    expect(key).toMatch(/^hearsay_[0-9a-f]{12}_[\w-]{43}$/u);
    expect(JSON.stringify(await ledger.store.all('SELECT * FROM api_keys'))).not.toContain(key.slice(21));
    expect(await team.key(key, null)).toMatchObject({ name: 'Bo', role: 'editor' });
    expect([await team.key(`${key}x`, null), await team.key(key, 'tester')]).toEqual([null, null]);
    expect((await team.keys(id))[0]?.used).toBe('2031-06-01T12:00:00.000Z');
    await team.setRole('Bo', 'reader', 'Ada');
    expect((await team.key(key, null))?.role).toBe('reader');
    time += 30 * 86_400_000;
    expect(await team.key(key, null)).toBe(null);
    const other = await team.makeKey(id, { ...wanted, days: null }, 'Bo');
    await expect(team.revokeKey('someone else', other.kept.id, 'x')).rejects.toMatchObject({ code: 'team.unknown-key' }); // prettier-ignore
    await team.revokeKey(id, other.kept.id, 'Bo');
    expect(await team.key(other.key, null)).toBe(null);
    const third = await team.makeKey(id, { ...wanted, days: null }, 'Bo');
    await team.removeUser('Bo', 'Ada');
    expect([await team.key(third.key, null), await team.session(session), kept.owner]).toEqual([null, null, id]);
    const own = await team.makeKey(LOCAL, { ...wanted, role: 'admin' }, 'tester');
    expect(await team.key(own.key, 'tester')).toMatchObject({ name: 'tester', role: 'admin', user: LOCAL });
    expect(await team.key(own.key, null)).toBe(null);
  });

  it('keeps who did what and why, acts and decisions together, page after page', async () => {
    await team.addUser('Ada', 'admin', PASSWORD, 'root');
    time += 1000;
    await ledger.correct({ kind: 'accept', report: null, text: null, body: {}, why: 'heard it' }, 'Ada');
    time += 1000;
    expect(await team.signIn('Eve', 'not the password', '192.0.2.9')).toBe(null);
    const all = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await team.done({ limit: 1, cursor });
      all.push(...page.items);
      cursor = page.next;
    }
    expect(all.map(({ what, kind, by, about, why }) => [what, kind, by, about, why])).toEqual([
      ['act', 'sign-in-refused', 'Eve', 'from 192.0.2.9', ''],
      ['decision', 'accept', 'Ada', null, 'heard it'],
      ['act', 'user-added', 'root', 'Ada, admin', ''],
    ]);
    expect((await team.done({ by: 'Ada', what: 'decision' })).items).toHaveLength(1);
    await expect(team.done({ cursor: 'x' })).rejects.toMatchObject({ code: 'usage.bad-option' });
    const lines: string[] = [];
    await ledger.export((line) => Promise.resolve(void lines.push(line)));
    expect(lines.filter((line) => line.includes('"fact":"act"'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('scrypt');
  });

  it('answers a write once for a key in 24 hours', async () => {
    const id = nameAnswer('ada', 'post /x', 'k1');
    expect(await team.beginAnswer(id, 'a')).toEqual({ kind: 'new' });
    expect(await team.beginAnswer(id, 'a')).toEqual({ kind: 'in-work' });
    await team.keepAnswer(id, 200, '{"id":"1"}');
    time += 23 * 3_600_000;
    expect(await team.beginAnswer(id, 'a')).toEqual({ kind: 'answered', status: 200, answer: '{"id":"1"}' });
    expect(await team.beginAnswer(id, 'b')).toEqual({ kind: 'other-request' });
    expect(await team.beginAnswer(nameAnswer('bo', 'post /x', 'k1'), 'b')).toEqual({ kind: 'new' });
    time += 2 * 3_600_000;
    expect(await team.beginAnswer(id, 'b')).toEqual({ kind: 'new' });
    await team.dropAnswer(id);
    expect(await team.beginAnswer(id, 'c')).toEqual({ kind: 'new' });
    time += 11 * 60_000;
    expect(await team.beginAnswer(id, 'c')).toEqual({ kind: 'new' });
  });
});
