import { createContext } from 'hono/jsx';
import type { Role } from '../../ledger/team/role.ts';

/** Who asks. */
export interface Viewer {
  /** The user's id; `local`: the one person at a desk without users. */
  readonly user: string;
  /** Written beside what they decide and add. */
  readonly name: string;
  readonly role: Role;
  /** How they came in: nobody but a browser sends a cookie without being asked. */
  readonly via: 'token' | 'session' | 'proxy' | 'key';
  /** What each form of theirs brings back; null: a program, which sends no forms. */
  readonly csrf: string | null;
  /** What the cookie of the session holds. */
  readonly session: string | null;
  /** The id of the key. */
  readonly key: string | null;
}

declare module 'hono' {
  interface ContextVariableMap {
    viewer: Viewer;
  }
}

/** What of a page depends on who looks at it; the rest of a page is the same for all of one role. */
export interface View {
  readonly role: Role;
  /** The desk has users. */
  readonly hasUsers: boolean;
  /** The day, ISO 8601: the page of another day is another one. */
  readonly today: string;
}

/** For the parts of a page that only some may use. */
export const Viewing = createContext<View>({ role: 'admin', hasUsers: false, today: '' });
