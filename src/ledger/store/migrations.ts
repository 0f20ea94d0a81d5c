import { makeFacts } from './migrations/0001-facts.ts';
import { makeReports } from './migrations/0002-reports.ts';
import { makeClaims } from './migrations/0003-claims.ts';
import { makeWatched } from './migrations/0004-watched.ts';
import { makeSources } from './migrations/0005-sources.ts';
import { makeStories } from './migrations/0006-stories.ts';
import { packClaims } from './migrations/0007-packed-claims.ts';
import { addWeight } from './migrations/0008-weight.ts';
import { makeTeam } from './migrations/0009-team.ts';
import { keyTexts } from './migrations/0010-text-keys.ts';
import type { Dialect } from './store.ts';

/** One step of the schema, forward only. A step that was released is never changed: another one follows it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** The statements, in order. They and the step's own record are one transaction. */
  statements(dialect: Dialect): readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'facts', statements: makeFacts },
  { number: 2, name: 'reports', statements: makeReports },
  { number: 3, name: 'claims', statements: makeClaims },
  { number: 4, name: 'watched', statements: makeWatched },
  { number: 5, name: 'sources', statements: makeSources },
  { number: 6, name: 'stories', statements: makeStories },
  { number: 7, name: 'packed-claims', statements: packClaims },
  { number: 8, name: 'weight', statements: addWeight },
  { number: 9, name: 'team', statements: makeTeam },
  { number: 10, name: 'text-keys', statements: keyTexts },
];
