import type { Ledger } from '../src/ledger/ledger.ts';

const TODAY = '2020-06-01';

/** What people and pages ask of a ledger: each question once warm. On a busy machine the clock tells little. */
export async function askLedger(of: Ledger): Promise<void> {
  const [size] = await of.store.all<Record<string, number>>('SELECT (SELECT COUNT(*) FROM reports) AS reports, (SELECT COUNT(*) FROM appearances) AS appearances, (SELECT COUNT(*) FROM claims) AS claims'); // prettier-ignore
  console.log(JSON.stringify(size));
  const { items } = await of.claims({ limit: 20 });
  const reports = await of.reports({ limit: 20 });
  const sizes = await of.store.all<{ id: string }>('SELECT id FROM claims ORDER BY LENGTH(body) DESC, id LIMIT 5');
  const sources = await of.sources(20);
  const [named, outlet] = [sources[0], (await of.outlets())[0]?.outlet ?? ''];
  const asked: readonly (readonly [string, readonly (() => Promise<unknown>)[]])[] = [
    ['the list without words', [() => of.claims()]],
    [
      'a sentence',
      items.map(
        ({ text }) =>
          () =>
            of.claims({ words: text }),
      ),
    ],
    ['three words', items.map(({ text }) => () => of.claims({ words: text.split(' ').slice(0, 3).join(' '), all: true }))], // prettier-ignore
    [
      'a source',
      sources.slice(0, 5).map(
        ({ name }) =>
          () =>
            of.claims({ source: name }),
      ),
    ],
    ['an outlet', [() => of.claims({ outlet })]],
    ['a month', [() => of.claims({ from: '2018-03', to: '2018-03' })]],
    [
      'a sentence of a year',
      items.map(
        ({ text }) =>
          () =>
            of.claims({ words: text, from: '2018' }),
      ),
    ],
    [
      'the page of a claim of the list',
      items.map(
        ({ id }) =>
          () =>
            of.claim(id),
      ),
    ],
    [
      'the page of one of the five largest',
      sizes.map(
        ({ id }) =>
          () =>
            of.claim(id),
      ),
    ],
    [
      'the claims of a report',
      reports.map(
        ({ key }) =>
          () =>
            of.claimsOf(key),
      ),
    ],
    ['the stories of Today', [() => of.stories()]],
    ['what is due', [() => of.calendar(TODAY, { limit: 6 })]],
    ['the calendar, 100 of each part', [() => of.calendar(TODAY, { limit: 100 }), () => of.countEvents(TODAY)]],
    ['the whole calendar', [() => of.calendar(TODAY)]],
    ['outlets', [() => of.outlets()]],
    ['the list of sources', [() => of.sources(100)]],
    ['the source most credited', named === undefined ? [] : [() => of.source(named.id, TODAY)]],
    [
      'other sources',
      sources.slice(5).map(
        ({ id }) =>
          () =>
            of.source(id, TODAY),
      ),
    ],
    ['pairs in doubt', [() => of.listReviews()]],
  ];
  for (const [name, questions] of asked) {
    const [clock, processor]: [number[], number[]] = [[], []];
    for (const ask of questions) {
      await ask();
      const [used, began] = [process.cpuUsage(), performance.now()];
      await ask();
      clock.push(performance.now() - began);
      const { user, system } = process.cpuUsage(used);
      processor.push((user + system) / 1000);
    }
    console.log(`${name}: by the clock ${describeTimes(clock)}; of the processor ${describeTimes(processor)}`);
  }
  console.log(`${String(Math.round(process.memoryUsage().rss / 2 ** 20))} MiB`);
}

function describeTimes(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)}, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`;
}
