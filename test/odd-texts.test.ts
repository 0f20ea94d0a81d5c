import { beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader } from '../src/reader.ts';
import type { Reading } from '../src/reading/reading.ts';

const STORY =
  'The mayor of Saltmere said on Tuesday that the bridge will open next week. "We expect it on Friday," Jo Hale told ' +
  'The Saltmere Post. Officials familiar with the matter said the cost had doubled.';

let reader: Reader;

beforeAll(async () => {
  reader = await openReader({ runtime: 'auto' });
});

function read(text: string, published = '2024-05-02'): Promise<Reading> {
  const given = { url: 'https://post.example/story', published };
  return reader.read({ input: 'odd', kind: 'text', bytes: Buffer.from(text), charset: 'utf-8', given });
}

function codesOf({ notes }: Reading): string[] {
  return notes.map(({ code }) => code).filter((code) => !code.startsWith('page.'));
}

/** Values of times that hang on the date of publication. */
function relativeTimes({ times }: Reading): (string | null)[] {
  return times.filter(({ text }) => /Tuesday|next week|Friday/u.test(text)).map(({ value }) => value);
}

describe('a report with an odd date', () => {
  it('is read with its own relative dates where the date is sound', async () => {
    const reading = await read(STORY);
    expect(codesOf(reading)).toEqual([]);
    expect(relativeTimes(reading)).toEqual(['2024-04-30', '2024-W19', '2024-05-03']);
  });

  it.each([
    ['2024-02-31', 'times.impossible-publication'],
    ['last Tuesdayish', 'times.impossible-publication'],
    ['2144-05-01', 'times.future-publication'],
  ])('%s counts no time from it', async (published, code) => {
    const reading = await read(STORY, published);
    expect(codesOf(reading)).toEqual([code]);
    expect(relativeTimes(reading)).not.toContain(expect.stringMatching(/^\d{4}/u));
    expect(reading.attributions).toHaveLength(3);
  });

  it('is told where the text contradicts it', async () => {
    const reading = await read(`${STORY} The accord was signed on Wednesday, 14 August 2024, the ministry said.`);
    expect(codesOf(reading)).toEqual(['times.publication-contradicted']);
    expect(reading.notes.find(({ code }) => code === 'times.publication-contradicted')?.span?.text).toBe(
      'Wednesday, 14 August 2024',
    );
  });
});

describe('an odd text', () => {
  it('in capitals is read, and says what that costs', async () => {
    const reading = await read(`${STORY} Moscow denied the report.`.toUpperCase());
    expect(codesOf(reading)).toEqual(['reading.capitals']);
    expect(reading.attributions.map(({ source }) => source.map(({ text }) => text).join(' '))).toEqual([
      'THE MAYOR OF SALTMERE',
      'JO HALE',
      'OFFICIALS FAMILIAR WITH THE MATTER',
      'MOSCOW',
    ]);
    expect(reading.attributions.at(-1)?.polarity).toBe('denied');
  });

  it.each([
    ['de', 'Der Bürgermeister von Salzmeer sagte am Dienstag, die Brücke werde nächste Woche geöffnet. Nach Angaben des Ministeriums haben sich die Kosten verdoppelt. Die Regierung dementierte den Bericht.'],
    ['ru', 'Мэр города заявил во вторник, что мост откроется на следующей неделе. По словам чиновников, стоимость удвоилась. Москва опровергла это сообщение.'],
  ])('in another language (%s) is read as nothing', async (language, text) => {
    const reading = await read(text);
    expect(codesOf(reading)).toEqual(['reading.not-english']);
    expect([reading.report.language, reading.attributions]).toEqual([language, []]);
  }); // prettier-ignore

  it('that is one list tells nothing', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `- ${String(i + 1)}. Ada Birk, ${String(i)} points, Saltmere`);
    const reading = await read(lines.join('\n'));
    expect(reading.attributions).toEqual([]);
    expect(reading.report.text.split('\n')).toHaveLength(300);
  });

  it('of thousands of names is read whole', async () => {
    const first = ['Ada', 'Bo', 'Cleo', 'Dov', 'Ena', 'Finn', 'Gus', 'Hana', 'Ivo', 'Jun'];
    const last = ['Arden', 'Birk', 'Colm', 'Dunne', 'Esk', 'Farro', 'Gale', 'Holt', 'Inch', 'Jarrow'];
    const letters = 'bcdfghklmn';
    const names = Array.from({ length: 3000 }, (_, i) => {
      const [a = 0, b = 0, c = 0, d = 0] = String(i).padStart(4, '0').split('').map(Number);
      return `${first[a] ?? ''}${letters[b] ?? ''}e ${last[c] ?? ''}${letters[d] ?? ''}o${i % 10 === 9 ? ' said that the vote was fair.' : ','}`;
    });
    const reading = await read(`${names.join(' ')} ${STORY}`);
    expect(reading.attributions.slice(-3).map(({ cue }) => cue[0]?.text)).toEqual(['said', 'told', 'said']);
    expect(reading.attributions.length).toBeGreaterThan(250);
  }, 120_000);
});
