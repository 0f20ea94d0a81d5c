import type { WordIndex, WordQuery } from './store.ts';

/** FTS5 without a copy of the text; a word is what stands between spaces (the `ascii` tokenizer leaves the rest alone). */
export const sqliteWords: WordIndex = {
  schema: [
    'CREATE TABLE search (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id)) STRICT',
    `CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  ],
  async put(queries, kind, id, words) {
    const [row] = await queries.all<{ number: number }>(
      'INSERT INTO search (kind, id) VALUES (?, ?) RETURNING number',
      [kind, id],
    );
    await queries.run('INSERT INTO search_words (rowid, words) VALUES (?, ?)', [row?.number ?? 0, words.join(' ')]);
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

/** `"ferri move" AND "april"`: words hold no quotation marks. */
function writeMatch({ phrases, match }: WordQuery): string {
  return phrases.map((words) => `"${words.join(' ')}"`).join(match === 'all' ? ' AND ' : ' OR ');
}
