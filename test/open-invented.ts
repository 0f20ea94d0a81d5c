import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import { inventNews, type InventedNews } from './invented-news.ts';

/** A ledger at a place, in which Ines has put these reports; each of its acts is a second after the one before. */
export async function openInvented(place: string, news: readonly InventedNews[]): Promise<Ledger> {
  let second = 0;
  const ledger = await openLedger(place, { by: 'Ines', now: () => new Date(1000 * second++) });
  for (const { reading, capture } of news.map(inventNews)) await ledger.add(reading, capture);
  return ledger;
}
