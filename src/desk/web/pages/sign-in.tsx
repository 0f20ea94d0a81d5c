import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { readForm, safePath } from '../decide.ts';
import type { App, Desk } from '../desk.ts';
import { clientOf } from '../door/peer.ts';
import type { UsersDoor } from '../door/users-door.ts';
import { BareLayout } from '../parts/bare-layout.tsx';
import { RateLimit } from '../rate-limit.ts';
import { renderHtml } from '../render.ts';
import { ABSOLUTE } from '../../../ledger/team/sessions.ts';
import { foldUser } from '../../../ledger/team/users.ts';

/** Wrong passwords: for one name from one machine, from one machine, for one name from anywhere. */
const TRIES = {
  both: { limit: 5, seconds: 300 },
  machine: { limit: 30, seconds: 900 },
  name: { limit: 60, seconds: 3600 },
} as const;

/** `/sign-in` and `/sign-out`. */
export function defineSignIn(app: App, desk: Desk, door: UsersDoor, cookie: string): void {
  const clock = (): number => desk.now().getTime();
  const limits = { both: new RateLimit(TRIES.both, clock), machine: new RateLimit(TRIES.machine, clock), name: new RateLimit(TRIES.name, clock) }; // prettier-ignore
  const secure = door.publicUrl?.protocol === 'https:';
  app.get('/sign-in', async (c) => {
    const viewer = c.var.viewer as typeof c.var.viewer | undefined;
    const to = safePath(c.req.query('to') ?? '/');
    return viewer === undefined ? show(c, desk, door, { name: '', to, problem: null }, 200) : c.redirect(to, 303);
  });
  app.post('/sign-in', async (c) => {
    // Who is not signed in has no secret for a form to bring back; that it is the desk's own is known by where it comes from.
    const body = await c.req.parseBody();
    const word = (field: string): string => (typeof body[field] === 'string' ? body[field] : '');
    const [name, to, from] = [word('name').trim().slice(0, 200), safePath(word('to')), clientOf(c, door.isProxy)];
    const folded = foldUser(name);
    const wait = Math.max(limits.both.take(`${folded} ${from}`).wait, limits.machine.take(from).wait, limits.name.take(folded).wait); // prettier-ignore
    if (wait > 0) {
      c.header('retry-after', String(wait));
      return show(c, desk, door, { name, to, problem: `Too many tries. Wait ${describeWait(wait)}, then try again.` }, 429); // prettier-ignore
    }
    const session = await desk.team.signIn(name, word('password'), from);
    if (session === null) return show(c, desk, door, { name, to, problem: 'Name or password is wrong.' }, 401);
    limits.both.clear(`${folded} ${from}`);
    setCookie(c, cookie, session, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: ABSOLUTE / 1000 });
    return c.redirect(to, 303);
  });
  app.post('/sign-out', async (c) => {
    await readForm(c);
    const { session, name } = c.var.viewer;
    if (session !== null) await desk.team.signOut(session, name);
    deleteCookie(c, cookie, { path: '/', secure });
    return c.redirect('/sign-in', 303);
  });
}

function describeWait(seconds: number): string {
  return seconds < 90 ? `${String(seconds)} seconds` : `${String(Math.ceil(seconds / 60))} minutes`;
}

interface SignInProps {
  readonly name: string;
  readonly to: string;
  readonly problem: string | null;
}

async function show(
  c: Context,
  desk: Desk,
  door: UsersDoor,
  props: SignInProps,
  status: 200 | 401 | 429,
): Promise<Response> {
  const title = 'Sign in';
  const body = door.proxyUser === null ? <SignIn {...props} /> : <ByProxy {...props} />;
  return c.html(`<!doctype html>${await renderHtml(<BareLayout desk={desk} title={title}>{body}</BareLayout>)}`, status); // prettier-ignore
}

function SignIn({ name, to, problem }: SignInProps) {
  return (
    <>
      <h1>Sign in</h1>
      {problem === null ? null : (
        <div class="notice problem" role="alert" id="problem">
          <p>{problem}</p>
        </div>
      )}
      <form method="post" action="/sign-in" class="fields">
        <input type="hidden" name="to" value={to} />
        <label>
          <span>Name</span>
          <input
            name="name"
            value={name}
            required
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            autofocus={name === ''}
          />
        </label>
        <label>
          <span>Password</span>
          <input
            name="password"
            type="password"
            required
            autocomplete="current-password"
            autofocus={name !== ''}
            aria-describedby={problem === null ? undefined : 'problem'}
          />
        </label>
        <button class="button primary wide">Sign in</button>
      </form>
      <p class="faint small">No name yet, or the password is lost? An admin of this desk can help.</p>
    </>
  );
}

/** People come in through the proxy; with a password only who has one. */
function ByProxy(props: SignInProps) {
  return (
    <>
      <SignIn {...props} />
      <p class="faint small">
        This desk is reached through a proxy that signs people in. If it did, an admin has yet to add you under the name
        that it gave.
      </p>
    </>
  );
}
