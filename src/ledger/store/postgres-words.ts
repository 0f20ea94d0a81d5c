import { alternativesOf, type WordIndex, type WordQuery } from './store.ts';

/** Beyond these PostgreSQL keeps no places of a word. */
const MAX_PLACES = 255;

/** Rows of one statement. */
const ROWS = 100;

/** A tsvector that we write ourselves: no dictionary of the server's has a say, so that both databases find the same. */
export const postgresWords: WordIndex = {
  schema: [
    'CREATE TABLE search (kind TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, words TSVECTOR NOT NULL, PRIMARY KEY (kind, id))',
    'CREATE INDEX search_words ON search USING GIN (words)',
  ],
  async put(queries, kind, items) {
    for (let from = 0; from < items.length; from += ROWS) {
      const some = items.slice(from, from + ROWS);
      await queries.run(
        `INSERT INTO search (kind, id, words) VALUES ${some.map(() => '(?, ?, ?::tsvector)').join(', ')}`,
        some.flatMap(({ id, words }) => [kind, id, writeVector(words)]),
      );
    }
  },
  async drop(queries, kind, id) {
    await queries.run('DELETE FROM search WHERE kind = ? AND id = ?', [kind, id]);
  },
  async clear(queries) {
    await queries.run('TRUNCATE search');
  },
  async find(queries, kind, query, limit) {
    const rows = await queries.all<{ id: string }>(
      `SELECT id FROM search, CAST(? AS tsquery) AS asked
       WHERE words @@ asked AND kind = ? ORDER BY ts_rank(words, asked, 1) DESC, id LIMIT ?`,
      [writeQuery(query), kind, limit],
    );
    return rows.map(({ id }) => id);
  },
};

/** `'ferri':1,5 'move':2`: words hold neither quotation marks nor backslashes. */
function writeVector(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [i + 1]);
    else if (known.length < MAX_PLACES) known.push(i + 1);
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** `(('ferri' <-> 'move') & ('april')) | (('sale'))` */
function writeQuery(query: WordQuery): string {
  return alternativesOf(query)
    .map((phrases) => `(${phrases.map((words) => `(${words.map((word) => `'${word}'`).join(' <-> ')})`).join(' & ')})`)
    .join(' | ');
}
