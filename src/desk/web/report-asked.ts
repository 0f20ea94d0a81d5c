import { anchorsOf } from '../../ledger/hand.ts';
import type { KeptDecision, ShownClaim } from '../../ledger/ledger.ts';
import { readStretches } from './find-spans.ts';
import type { Selected } from './parts/correct-panel.tsx';
import type { Pointed } from './parts/marked-text.tsx';
import { findNearest, ROLES, type Part, type ToldPlaces } from './report-places.ts';

export interface Correcting {
  readonly told: ToldPlaces;
  readonly selected: Selected | null;
}

/** The place that is to be corrected: that of the appearance asked for, or the nearest to what is selected. */
export function findCorrected(
  told: readonly ToldPlaces[],
  at: string,
  query: Readonly<Record<string, string>>,
): Correcting | null {
  const { correct, as } = query;
  if (correct === undefined) return null;
  const [stretch] = readStretches(correct) ?? [];
  const part: Part = query.in === 'title' ? 'title' : 'text';
  const found = told.find(({ places }) => places.some(({ id }) => id === at)) ?? (stretch === undefined ? null : findNearest(told, part, stretch)); // prettier-ignore
  const role = ROLES.find((one) => one === as);
  if (found === null) return null;
  return { told: found, selected: role === undefined || stretch === undefined ? null : { role, stretch } };
}

export interface Adding {
  readonly part: Part;
  readonly selected: Selected | null;
}

/** `add`: `yes`, or a stretch of the text (or title) and what it is. */
export function findAdding({ add, as, in: stands }: Readonly<Record<string, string>>): Adding | null {
  if (add === undefined) return null;
  const [stretch] = readStretches(add) ?? [];
  const role = ROLES.find((one) => one === as);
  const selected = role === undefined || stretch === undefined ? null : { role, stretch };
  return { part: stands === 'title' ? 'title' : 'text', selected };
}

/** The place of what a person just added here. */
export function findDone(decisions: readonly KeptDecision[], done: string | undefined): string | undefined {
  const one = decisions.find(({ id, kind, state }) => id === done && kind === 'add-attribution' && state !== 'undone');
  return one === undefined ? undefined : anchorsOf(one)[0]?.appearance;
}

export interface Place {
  readonly in: 'text' | 'title';
  readonly spans: readonly Pointed[];
}

/** Where the appearance that is asked for stands. */
export function findPlace(claims: readonly ShownClaim[], id: string): Place | null {
  for (const { appearances, denials } of claims)
    for (const one of [...appearances, ...denials.map(({ appearance }) => appearance)])
      if (one.id === id) return { in: one.in, spans: one.content };
  return null;
}

/** The last word of a person that the whole report is not to be counted. */
export function findAside(report: string, decisions: readonly KeptDecision[]): KeptDecision | null {
  return decisions.findLast((one) => one.kind === 'set-aside' && one.report === report && one.state !== 'undone' && anchorsOf(one).length === 0) ?? null; // prettier-ignore
}
