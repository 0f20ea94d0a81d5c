import { DERIVATIONS } from '../src/ledger/derive.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

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
      lines.push(`${table}\n`, ...rows.map((row) => `${JSON.stringify(row)}\n`));
    }
  const listed = await ledger.store.all('SELECT kind, id FROM search ORDER BY kind, id');
  return [...lines, JSON.stringify(listed)].join('');
}
