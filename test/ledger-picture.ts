import { DERIVATIONS } from '../src/ledger/derive.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { hashBytes } from '../src/base/canonical-json.ts';
import type { Row } from '../src/ledger/store/store.ts';

/** All that a ledger holds, as one text: its export and its derived tables. Equal ledgers have equal pictures. */
export async function drawLedger(ledger: Ledger): Promise<string> {
  const lines: string[] = [];
  await ledger.export((line) => {
    lines.push(line);
    return Promise.resolve();
  });
  return lines.join('') + (await drawDerived(ledger));
}

/** What is made from the facts alone: it does not tell what people said and took back. */
export async function drawDerived(ledger: Ledger): Promise<string> {
  const lines: string[] = [];
  for (const { tables } of DERIVATIONS)
    for (const [table, key] of Object.entries(tables)) {
      const rows = await ledger.store.all(`SELECT * FROM ${table} ORDER BY ${key.join(', ')}`);
      lines.push(`${table}\n`, ...rows.map((row) => `${drawRow(row)}\n`));
    }
  const listed = await ledger.store.all('SELECT kind, id FROM search ORDER BY kind, id');
  return [...lines, JSON.stringify(listed)].join('');
}

/** Bytes come as Uint8Array or Buffer. */
function drawRow(row: Row): string {
  const drawn = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? hashBytes(value) : value,
  ]);
  return JSON.stringify(Object.fromEntries(drawn));
}
