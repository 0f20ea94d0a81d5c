import { insertRows } from './insert-rows.ts';
import { alternativesOf, type WordIndex, type WordQuery } from './store.ts';

/** FTS5 without a copy of the text; a word is what stands between spaces (the `ascii` tokenizer leaves the rest alone). */
export const sqliteWords: WordIndex = {
  schema: [
    'CREATE TABLE search (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id)) STRICT',
    `CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  ],
  async put(queries, kind, items) {
    const [last] = await queries.all<{ number: number | null }>('SELECT MAX(number) AS number FROM search');
    const next = (last?.number ?? 0) + 1;
    await insertRows(queries, 'search', ['number', 'kind', 'id'], items.map(({ id }, i) => [next + i, kind, id])); // prettier-ignore
    for (const [i, { words }] of items.entries())
      await queries.run('INSERT INTO search_words (rowid, words) VALUES (?, ?)', [next + i, words.join(' ')]);
  },
  async drop(queries, kind, id) {
    await queries.run('DELETE FROM search_words WHERE rowid = (SELECT number FROM search WHERE kind = ? AND id = ?)', [
      kind,
      id,
    ]);
    await queries.run('DELETE FROM search WHERE kind = ? AND id = ?', [kind, id]);
  },
  async clear(queries) {
    await queries.run('DELETE FROM search');
    await queries.run(`INSERT INTO search_words (search_words) VALUES ('delete-all')`);
  },
  async find(queries, kind, query, limit) {
    const rows = await queries.all<{ id: string }>(
      `SELECT search.id FROM search_words JOIN search ON search.number = search_words.rowid
       WHERE search_words MATCH ? AND search.kind = ? ORDER BY search_words.rank, search.id LIMIT ?`,
      [writeMatch(query), kind, limit],
    );
    return rows.map(({ id }) => id);
  },
};

/** `("ferri move" AND "april") OR ("sale")`: words hold no quotation marks. */
function writeMatch(query: WordQuery): string {
  return alternativesOf(query)
    .map((phrases) => `(${phrases.map((words) => `"${words.join(' ')}"`).join(' AND ')})`)
    .join(' OR ');
}
