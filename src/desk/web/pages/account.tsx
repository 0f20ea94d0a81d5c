import { z } from 'zod';
import { HearsayError } from '../../../base/error.ts';
import type { ApiKey, WantedKey } from '../../../ledger/team/keys.ts';
import { reaches, ROLES, type Role } from '../../../ledger/team/role.ts';
import { readForm } from '../decide.ts';
import { originOf, type App, type Desk, type Page } from '../desk.ts';
import { Field } from '../parts/fields.tsx';
import { Post } from '../parts/forms.tsx';
import { KeyTable } from '../parts/key-table.tsx';
import { RateLimit } from '../rate-limit.ts';
import { respond } from '../respond.tsx';
import type { Viewer } from '../viewer.ts';

/** Days for which a key may be good. */
export const KEY_DAYS = [30, 90, 365] as const;

const wanted = z.object({
  name: z.string().trim().min(1).max(80),
  opens: z.enum([...ROLES, 'feeds']),
  days: z.enum(['30', '90', '365', 'never']),
});

/** Tries at one's own password: whoever sits at an open desk shall not guess it. */
const TRIES = { limit: 5, seconds: 300 } as const;

/** What a page shows besides: the key that was just made, what was done, what is wrong. */
interface Told {
  readonly key?: { readonly key: string; readonly kept: ApiKey };
  readonly done?: string;
  readonly problem?: string;
}

/** `/account`: one's password and one's keys. A key is shown once, in the answer to the form that makes it. */
export function defineAccount(app: App, desk: Desk): void {
  const tries = new RateLimit(TRIES, () => desk.now().getTime());
  app.get('/account', (c) => show(c, desk, {}));
  app.post('/account/password', async (c) => {
    const { current = '', next = '', again = '' } = await readForm(c);
    const { name, user, session } = c.var.viewer;
    const { isAllowed, wait } = tries.take(user);
    if (!isAllowed) return show(c, desk, { problem: `Too many tries. Wait ${String(wait)} seconds.` }, 429);
    if (!(await desk.team.isPassword(name, current))) return show(c, desk, { problem: 'The password that you have now is another one.' }, 422); // prettier-ignore
    if (next !== again) return show(c, desk, { problem: 'The two new passwords differ.' }, 422);
    tries.clear(user);
    return attempt(c, desk, async () => {
      await desk.team.setPassword(name, next, name, session);
      return { done: 'Your password is changed. You are signed out everywhere else.' };
    });
  });
  app.post('/account/keys', async (c) => {
    const form = wanted.safeParse(await readForm(c));
    if (!form.success) return show(c, desk, { problem: 'Give the key a name, and say what it opens and for how long.' }, 422); // prettier-ignore
    const { name, opens, days } = form.data;
    return attempt(c, desk, async () => ({ key: await makeKey(desk, c.var.viewer, { name, role: opens === 'feeds' ? 'reader' : opens, scope: opens === 'feeds' ? 'feeds' : 'api', days: days === 'never' ? null : Number(days) }) })); // prettier-ignore
  });
  app.post('/account/keys/revoke', async (c) => {
    const { id = '' } = await readForm(c);
    const { user, name } = c.var.viewer;
    return attempt(c, desk, async () => {
      await desk.team.revokeKey(user, id, name);
      return { done: 'The key opens nothing any more.' };
    });
  });
}

/** @throws HearsayError `team.not-allowed` where it would do more than whose it is */
export async function makeKey(desk: Desk, viewer: Viewer, key: WantedKey): ReturnType<Desk['team']['makeKey']> {
  if (!reaches(viewer.role, key.role)) throw new HearsayError('team.not-allowed', 'This key cannot be made', `it would do more than you may: you are a ${viewer.role}`, 'choose a lesser role'); // prettier-ignore
  return desk.team.makeKey(viewer.user, key, viewer.name);
}

/** What a person did wrong is said on the page where they did it. */
async function attempt(c: Page, desk: Desk, work: () => Promise<Told>): Promise<Response> {
  try {
    return await show(c, desk, await work());
  } catch (error) {
    if (!(error instanceof HearsayError) || !/^(?:usage|team)\./u.test(error.code)) throw error;
    return show(c, desk, { problem: `${error.what}: ${error.why}; ${error.fix}.` }, 422);
  }
}

async function show(c: Page, desk: Desk, told: Told, status: 200 | 422 | 429 = 200): Promise<Response> {
  const { viewer } = c.var;
  const title = desk.hasUsers ? 'Account' : 'Keys for programs';
  const keys = await desk.team.keys(viewer.user);
  return respond(c, desk, {
    ...{ title, section: 'account', status },
    body: <Account desk={desk} title={title} viewer={viewer} keys={keys} told={told} origin={originOf(c, desk)} />,
  });
}

interface AccountProps {
  readonly desk: Desk;
  readonly title: string;
  readonly viewer: Viewer;
  readonly keys: readonly ApiKey[];
  readonly told: Told;
  readonly origin: string;
}

const MAY: Readonly<Record<Role, string>> = {
  reader: 'You may look at everything, and follow what you like.',
  editor: 'You may look, check, correct, add and watch.',
  admin: 'You may do everything, and see to people.',
};

function Account({ desk, title, viewer, keys, told, origin }: AccountProps) {
  return (
    <div class="narrow account">
      <h1>{title}</h1>
      <Said told={told} origin={origin} />
      {desk.hasUsers ? (
        <section aria-labelledby="you" class="you">
          <div>
            <h2 id="you">{viewer.name}</h2>
            <p class="faint">
              <span class="tag">{viewer.role}</span> {MAY[viewer.role]}
            </p>
          </div>
          {viewer.via === 'session' ? (
            <Post desk={desk} action="/sign-out" role="reader">
              <button class="button">Sign out</button>
            </Post>
          ) : null}
        </section>
      ) : null}
      <section aria-labelledby="keys">
        <h2 id="keys" class={desk.hasUsers ? undefined : 'unseen'}>
          Keys for programs
        </h2>
        <p class="faint">
          A program sends a key as <code>Authorization: Bearer KEY</code>; see <a href="/api">what it may ask for</a>. A
          key for feeds stands in their address, and opens nothing else.
        </p>
        <KeyTable desk={desk} keys={keys} />
        <KeyForm desk={desk} viewer={viewer} />
      </section>
      {viewer.via === 'session' ? <PasswordForm desk={desk} name={viewer.name} /> : null}
    </div>
  );
}

function Said({ told: { key, done, problem }, origin }: { told: Told; origin: string }) {
  if (problem !== undefined) return <div class="notice problem" role="alert"><p>{problem}</p></div>; // prettier-ignore
  if (done !== undefined) return <div class="notice" role="status"><p>{done}</p></div>; // prettier-ignore
  if (key === undefined) return null;
  const isForFeeds = key.kept.scope === 'feeds';
  return (
    <div class="card once" role="status">
      <h2>{isForFeeds ? 'Addresses for your feed reader' : `The key “${key.kept.name}”`}</h2>
      <p>It is shown this once. Copy it now: the desk keeps only enough to know it again.</p>
      {isForFeeds ? (
        ['following.atom', 'following.json', 'calendar.ics'].map((path, i) => <Secret id={`secret-${String(i)}`} value={`${origin}/${path}?key=${key.key}`} />) // prettier-ignore
      ) : (
        <Secret id="secret" value={key.key} />
      )}
      {isForFeeds ? (
        <p class="faint small">
          Any search is a feed too: add <code>&amp;key=…</code> to its Atom or JSON address.
        </p>
      ) : null}
    </div>
  );
}

export function Secret({ id, value }: { id: string; value: string }) {
  return (
    <p class="secret">
      <code id={id}>{value}</code>
      <button type="button" class="button" data-copy={`#${id}`} hidden>
        Copy
      </button>
    </p>
  );
}

function KeyForm({ desk, viewer }: { desk: Desk; viewer: Viewer }) {
  const roles = ROLES.filter((role) => reaches(viewer.role, role));
  const LABELS: Readonly<Record<Role, string>> = { reader: 'looking', editor: 'looking, deciding and adding', admin: 'everything' }; // prettier-ignore
  return (
    <Post desk={desk} action="/account/keys" class="fields key-form" role="reader">
      <Field label="What it is for">
        <input name="name" required maxlength={80} placeholder="Nightly export" autocomplete="off" />
      </Field>
      <Field label="It opens">
        <select name="opens">
          {roles.map((role) => (
            <option value={role}>{LABELS[role]}</option>
          ))}
          <option value="feeds">feeds and calendar alone</option>
        </select>
      </Field>
      <Field label="For">
        <select name="days">
          {KEY_DAYS.map((days) => (
            <option value={String(days)} selected={days === 90}>
              {days === 365 ? 'a year' : `${String(days)} days`}
            </option>
          ))}
          <option value="never">ever</option>
        </select>
      </Field>
      <button class="button primary">Make a key</button>
    </Post>
  );
}

function PasswordForm({ desk, name }: { desk: Desk; name: string }) {
  return (
    <section aria-labelledby="password">
      <h2 id="password">Another password</h2>
      <Post desk={desk} action="/account/password" class="fields" role="reader" fields={{ username: name }}>
        <Field label="The one that you have now">
          <input name="current" type="password" required autocomplete="current-password" />
        </Field>
        <div class="pair">
          <Field label="The new one, of 12 characters or more">
            <input name="next" type="password" required minlength={12} autocomplete="new-password" />
          </Field>
          <Field label="The new one again">
            <input name="again" type="password" required minlength={12} autocomplete="new-password" />
          </Field>
        </div>
        <button class="button">Change it</button>
      </Post>
    </section>
  );
}
