import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addAtOnce, killWhileAdding } from '../../test/adding-processes.ts';
import { inventReport, type InventedReport } from '../../test/invented-reports.ts';
import { inventStream } from '../../test/invented-stream.ts';
import { drawLedger } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import type { HearsayError } from '../base/error.ts';
import { openLedger, type Ledger } from './ledger.ts';

const REPORT = 'saltmere-courier.example/ferry';

describeOnBoth('the ledger', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (place?: string): Promise<Ledger> => {
    const ledger = await openLedger(place ?? (await newPlace()), { by: 'tester', now: () => new Date(0) });
    open.push(ledger);
    return ledger;
  };
  const addAll = async (ledger: Ledger, reports: readonly InventedReport[]): Promise<string[]> => {
    const outcomes: string[] = [];
    for (const { reading, capture } of reports) outcomes.push((await ledger.add(reading, capture)).outcome);
    return outcomes;
  };
  const save = async (ledger: Ledger): Promise<string[]> => {
    const lines: string[] = [];
    await ledger.export((line) => {
      lines.push(line.slice(0, -1));
      return Promise.resolve();
    });
    return lines;
  };
  const feed = async function* (lines: readonly string[]): AsyncGenerator<string> {
    await Promise.resolve();
    yield* lines;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('gives back a reading as it was added, by id, key and address', async () => {
    const ledger = await opened();
    const { reading, capture } = inventReport({ captured: '2026-03-03T08:00:00Z', more: ' \0 \u2028 😀' });
    const added = await ledger.add(reading, capture);
    expect(added).toMatchObject({ report: REPORT, outcome: 'new' });
    for (const id of [added.reading, REPORT, 'http://www.saltmere-courier.example/ferry/?utm_source=x'])
      expect(await ledger.reading(id)).toEqual(reading);
    expect(await ledger.reading('elsewhere.example')).toBeNull();
    expect(await ledger.holds(capture, reading.by)).toBe(true);
    expect(await ledger.holds(capture, { ...reading.by, rules: 'others' })).toBe(false);
    expect(await ledger.holds({ ...capture, given: {} }, reading.by)).toBe(false);
  });

  it('keeps the versions of an address in the order of capture, whenever they came', async () => {
    const ledger = await opened();
    const third = inventReport({ captured: '2026-03-05', more: ' Third.', title: 'Third title' });
    const first = inventReport({ captured: '2026-03-03T08:00:00+02:00' });
    const second = inventReport({ captured: '2026-03-03T07:00:00Z', more: ' Second.' });
    const again = inventReport({ captured: '2026-03-04', more: ' Second.' });
    expect(await addAll(ledger, [third, first, second, again, first])).toEqual(['new', 'version', 'version', 'held', 'held']); // prettier-ignore
    expect(await ledger.store.all('SELECT number, captured FROM versions ORDER BY number')).toEqual([
      { number: 1, captured: '2026-03-03T08:00:00+02:00' },
      { number: 2, captured: '2026-03-03T07:00:00Z' },
      { number: 3, captured: '2026-03-05' },
    ]);
    expect(await ledger.store.all('SELECT id, title, versions FROM reports')).toEqual([
      { id: REPORT, title: 'Third title', versions: 3 },
    ]);
    expect((await ledger.reading(REPORT))?.report.title).toBe('Third title');
    // Three texts, of which the same five things appear: one title, told of the last version, and another.
    expect(await ledger.store.all('SELECT latest, COUNT(*) AS n FROM appearances GROUP BY latest ORDER BY latest')).toEqual([
      { latest: 0, n: 9 },
      { latest: 1, n: 5 },
    ]); // prettier-ignore
    expect(await ledger.search('"third title"')).toEqual([REPORT]);
    expect(await ledger.search('second')).toEqual([]);
  });

  it('keeps what is the same once: a text of many outlets, a page fetched again', async () => {
    const ledger = await opened();
    const reprints = Array.from({ length: 20 }, (_, i) =>
      inventReport({ url: `https://outlet${String(i)}.example/`, captured: '2026-03-03' }),
    );
    const again = reprints.map(({ reading, capture }) => ({
      reading: { ...reading, report: { ...reading.report, captured: '2026-03-04' } },
      capture: { ...capture, given: { ...capture.given, captured: '2026-03-04' } },
    }));
    await addAll(ledger, [...reprints, ...again]);
    // One page, one text, and the reading of each address.
    expect(await ledger.store.all('SELECT COUNT(*) AS n FROM blobs')).toEqual([{ n: 22 }]);
    expect(await ledger.store.all('SELECT COUNT(*) AS n FROM captures')).toEqual([{ n: 40 }]);
  });

  it('is the same ledger in whatever order, in whatever batches, however often', async () => {
    const reports = inventStream(9);
    const straight = await opened();
    await addAll(straight, reports);
    const picture = await drawLedger(straight);
    await straight.rebuild();
    expect(await drawLedger(straight)).toBe(picture);
    const order = fc.shuffledSubarray([...reports, ...reports], { minLength: 18, maxLength: 18 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 18 }), async (some, batch) => {
        const ledger = await opened();
        for (let from = 0; from < some.length; from += batch)
          await Promise.all(some.slice(from, from + batch).map(({ reading, capture }) => ledger.add(reading, capture)));
        expect(await drawLedger(ledger)).toBe(picture);
        await ledger.close();
        open.splice(open.indexOf(ledger), 1);
      }),
      { numRuns: 5 },
    );
  });

  it('is the same ledger as a file of SQLite holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-same-'));
    const ledgers = [await opened(), await opened(join(folder, 'ledger.db'))];
    for (const ledger of ledgers) await addAll(ledger, inventStream(12));
    const [here, there] = await Promise.all(ledgers.map((ledger) => drawLedger(ledger)));
    expect(here).toBe(there);
    await rm(folder, { recursive: true, force: true });
  });

  it('forgets a report: what was its own goes, what another holds too stays, and it is not taken in again', async () => {
    const ledger = await opened();
    const [mine, other] = [inventReport(), inventReport({ url: 'https://other.example/ferry' })];
    const own = inventReport({ captured: '2027', more: ' Only here.' });
    await addAll(ledger, [mine, other, own]);
    await ledger.correct({ kind: 'accept', report: REPORT, text: null, body: { quote: 'Only here.' }, why: 'seen' });
    const forgotten = await ledger.forget('https://www.saltmere-courier.example/ferry', 'a court order');
    expect([forgotten.report, forgotten.hashes.captures.length, forgotten.hashes.texts.length]).toEqual([REPORT, 2, 2]);
    const saved = (await save(ledger)).join('\n');
    expect(saved).not.toContain('Only here.');
    expect(saved).toContain('a court order');
    expect(await ledger.reading(REPORT)).toBeNull();
    expect(await ledger.search('only here')).toEqual([]);
    expect(await ledger.reading('other.example/ferry')).toEqual(other.reading);
    expect(await addAll(ledger, [mine, own])).toEqual(['forgotten', 'forgotten']);
    expect(await ledger.store.all('SELECT id FROM reports')).toEqual([{ id: 'other.example/ferry' }]);
    expect((await ledger.check()).problems).toEqual([]);
    await expect(ledger.forget(REPORT, 'again')).rejects.toMatchObject({ code: 'ledger.unknown-report' });
  });

  it('is exported and imported whole, into a ledger empty or not, and twice', async () => {
    const ledger = await opened();
    const binary = inventReport({ url: 'https://a.example/latin' });
    const latin = { reading: binary.reading, capture: { ...binary.capture, bytes: Buffer.from([0xe9, 0x00, 0xff]) } };
    await addAll(ledger, [...inventStream(8), latin]);
    await ledger.correct({ kind: 'outcome', report: null, text: null, body: { happened: true }, why: 'told' });
    await ledger.forget('outlet3.example/ferry', 'asked');
    const lines = await save(ledger);
    const copy = await opened();
    expect(await copy.import(feed(lines))).toEqual({ facts: lines.length - 2, added: lines.length - 2 });
    expect(await drawLedger(copy)).toBe(await drawLedger(ledger));
    expect(await copy.import(feed(lines))).toEqual({ facts: lines.length - 2, added: 0 });
    const fuller = await opened();
    await addAll(fuller, inventStream(8));
    await fuller.import(feed(lines));
    expect(await drawLedger(fuller)).toBe(await drawLedger(ledger));
  });

  it.each([
    ['cut off', (lines: string[]) => lines.slice(0, -1)],
    ['without its head', (lines: string[]) => lines.slice(1)],
    ['with a line left out', (lines: string[]) => lines.filter((_, i) => i !== lines.length - 2)],
    ['with a text changed', (lines: string[]) => lines.map((line) => line.replace('sixty years', 'seventy years'))],
    ['with an address changed', (lines: string[]) => lines.map((line) => line.replace('"text":null', '"text":7'))],
    ['with what was given changed', (lines: string[]) => lines.map((line) => line.replace('"kind":"html"', '"kind":"text"'))],
    ['with a line that is no JSON', (lines: string[]) => lines.map((line, i) => (i === 2 ? line.slice(1) : line))],
    ['with an unknown fact', (lines: string[]) => lines.map((line, i) => (i === 2 ? '{"fact":"rumour"}' : line))],
    ['going on after its end', (lines: string[]) => [...lines, '{}']],
  ])('an export %s is refused, and nothing of it is kept', async (_, spoil) => {
    const ledger = await opened();
    await addAll(ledger, inventStream(2));
    await ledger.correct({ kind: 'grade', report: null, text: null, body: {}, why: '' });
    const copy = await opened();
    await expect(copy.import(feed(spoil(await save(ledger))))).rejects.toMatchObject({ code: 'import.bad-line' });
    expect(await copy.store.all('SELECT COUNT(*) AS n FROM blobs')).toEqual([{ n: 0 }]);
  }); // prettier-ignore

  it('is rebuilt before it is added to where its tables were made in an older way, and refused where in a newer', async () => {
    const place = await newPlace();
    const ledger = await opened(place);
    await addAll(ledger, inventStream(3));
    const picture = await drawLedger(ledger);
    await ledger.store.run(`UPDATE meta SET value = '0' WHERE name = 'derivation'`);
    await ledger.store.run(`UPDATE reports SET title = 'stale'`);
    await addAll(ledger, inventStream(3));
    const [fourth] = inventStream(4).slice(3);
    if (fourth) await addAll(ledger, [fourth]);
    const whole = await opened();
    await addAll(whole, inventStream(4));
    expect(await drawLedger(ledger)).toBe(await drawLedger(whole));
    expect(await drawLedger(ledger)).not.toBe(picture);
    await ledger.store.run(`UPDATE meta SET value = '9999' WHERE name = 'derivation'`);
    await expect(opened(place)).rejects.toMatchObject({ code: 'ledger.newer' });
    await expect(addAll(ledger, inventStream(6))).rejects.toMatchObject({ code: 'ledger.newer' });
  });

  it('is made anew when it is opened where an older program or a migration left no claims, once, also for who only reads', async () => {
    const place = await newPlace();
    const ledger = await opened(place);
    await addAll(ledger, inventStream(3));
    const picture = await drawLedger(ledger);
    const claims = (await ledger.claims({ all: true })).items;
    expect(claims.length).toBeGreaterThan(0);
    await ledger.store.run(`UPDATE meta SET value = '0' WHERE name = 'derivation'`);
    for (const table of ['claims', 'claim_appearances']) await ledger.store.run(`DELETE FROM ${table}`);
    expect((await ledger.claims({ all: true })).items).toEqual([]);
    const told: number[] = [];
    const open = { by: 'tester', now: () => new Date(0), onRebuild: (reports: number) => told.push(reports) };
    const both = await Promise.all([openLedger(place, open), openLedger(place, open)]);
    expect((await both[1].claims({ all: true })).items).toEqual(claims);
    expect(await drawLedger(both[0])).toBe(picture);
    await Promise.all(both.map((one) => one.close()));
    await (await openLedger(place, open)).close();
    await (await openLedger(await newPlace(), open)).close();
    expect(told).toEqual([3]);
  });

  it('keeps what people did, in the order in which they did it, once', async () => {
    const ledger = await opened();
    const grade = { kind: 'grade', report: REPORT, text: null, body: { source: 'B', '\0': ['2'] }, why: 'known' };
    const id = await ledger.correct(grade);
    expect(await ledger.correct(grade)).toBe(id);
    expect(await ledger.corrections()).toEqual([{ ...grade, id, at: '1970-01-01T00:00:00.000Z', by: 'tester' }]);
  });

  it('says what is damaged', async () => {
    const ledger = await opened();
    await addAll(ledger, inventStream(2));
    expect(await ledger.check()).toMatchObject({ reports: 2, captures: 2, readings: 2, current: true, problems: [] });
    const [blob] = await ledger.store.all<{ sha256: string }>(
      'SELECT text AS sha256 FROM readings ORDER BY id LIMIT 1',
    );
    await ledger.store.run('UPDATE blobs SET bytes = ? WHERE sha256 = ?', [Buffer.from([1]), blob?.sha256 ?? '']);
    expect((await ledger.check()).problems).toEqual([`The bytes ${String(blob?.sha256)} have changed.`]);
    await ledger.store.run('DELETE FROM reports');
    expect((await ledger.check()).problems).toContain('2 reports are held and not listed.');
  });

  describe('processes', () => {
    const COUNT = 40;
    const whole = async (): Promise<string> => {
      const ledger = await opened();
      await addAll(ledger, inventStream(COUNT));
      return drawLedger(ledger);
    };

    it('killed at any moment lose nothing that was acknowledged, and go on', async () => {
      const expected = await whole();
      const place = await newPlace();
      const reports = inventStream(COUNT);
      for (const after of [1, 8, 20]) {
        const told = await killWhileAdding(place, COUNT, after, Math.random() * 20);
        const ledger = await opened(place);
        expect((await ledger.check()).problems).toEqual([]);
        for (const i of told) {
          const report = reports[i];
          expect(report && (await ledger.holds(report.capture, report.reading.by))).toBe(true);
        }
      }
      const ledger = await opened(place);
      await addAll(ledger, reports);
      expect(await drawLedger(ledger)).toBe(expected);
    });

    it('that add at once make the same ledger', async () => {
      const expected = await whole();
      const place = await newPlace();
      expect(await addAtOnce(place, COUNT, 4)).toEqual([0, 0, 0, 0]);
      expect(await drawLedger(await opened(place))).toBe(expected);
    });
  });
});

it('an address of a server that is not there is named without its password', async () => {
  const refused = openLedger('postgres://me:topsecret@127.0.0.1:1/none', { by: 'tester', now: () => new Date(0) });
  const error = await refused.then(
    () => null,
    (thrown: unknown) => thrown as HearsayError,
  );
  expect(error?.code).toBe('ledger.unreachable');
  expect(error?.message).not.toContain('topsecret');
});
