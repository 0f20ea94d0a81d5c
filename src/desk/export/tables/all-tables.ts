import { appearances, claims, denials, events, origins } from './claim-tables.ts';
import { corrections } from './corrections.ts';
import { attributions, entities, links, reports } from './report-tables.ts';
import { spans } from './spans.ts';
import type { Table } from './table.ts';

export { appearances } from './claim-tables.ts';

/** All flat tables, in the order of the contract (§3). */
export const TABLES: readonly Table[] = [
  reports,
  attributions,
  spans,
  links,
  entities,
  claims,
  appearances,
  origins,
  denials,
  events,
  corrections,
];
