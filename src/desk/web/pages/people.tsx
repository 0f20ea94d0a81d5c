import { HearsayError } from '../../../base/error.ts';
import { makePassword } from '../../../ledger/team/password.ts';
import { ROLES, type Role } from '../../../ledger/team/role.ts';
import type { Person } from '../../../ledger/team/team.ts';
import { readRole } from '../../../ledger/team/users.ts';
import { readForm } from '../decide.ts';
import type { App, Desk, Page } from '../desk.ts';
import { Field } from '../parts/fields.tsx';
import { Post } from '../parts/forms.tsx';
import { Moment, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { Secret } from './account.tsx';

/** What was just done: a password is shown this once. */
interface Told {
  readonly password?: { readonly name: string; readonly password: string };
  readonly done?: string;
  readonly problem?: string;
}

/** `/people`: who uses the desk and what they may. For admins. */
export function definePeople(app: App, desk: Desk): void {
  if (!desk.hasUsers) return;
  app.get('/people', (c) => show(c, desk, {}));
  const define = (path: string, work: (form: Readonly<Record<string, string>>, by: string) => Promise<Told>): void => {
    app.post(path, async (c) => {
      const form = await readForm(c);
      try {
        return await show(c, desk, await work(form, c.var.viewer.name));
      } catch (error) {
        if (!(error instanceof HearsayError) || !/^(?:usage|team)\./u.test(error.code)) throw error;
        return show(c, desk, { problem: `${error.what}: ${error.why}; ${error.fix}.` }, 422);
      }
    });
  };
  define('/people', async ({ name = '', role = '', proxy, why }, by) => {
    const password = proxy === undefined ? makePassword() : null;
    const person = await desk.team.addUser(name, readRole(role), password, by, why);
    return password === null ? { done: `${person.name} is added, and comes in by the proxy.` } : { password: { name: person.name, password } }; // prettier-ignore
  });
  define('/people/role', async ({ name = '', role = '', why }, by) => {
    await desk.team.setRole(name, readRole(role), by, why);
    return { done: `${name} is ${describeRole(readRole(role))} from now on.` };
  });
  define('/people/password', async ({ name = '' }, by) => {
    const password = makePassword();
    await desk.team.setPassword(name, password, by);
    return { password: { name, password } };
  });
  define('/people/remove', async ({ name = '', why }, by) => {
    await desk.team.removeUser(name, by, why);
    return { done: `${name} is removed. What they decided stays, with their name.` };
  });
}

function describeRole(role: Role): string {
  return role === 'reader' ? 'a reader' : `an ${role}`;
}

async function show(c: Page, desk: Desk, told: Told, status: 200 | 422 = 200): Promise<Response> {
  const people = await desk.team.people();
  return respond(c, desk, {
    ...{ title: 'People', section: 'account', status },
    body: <People desk={desk} people={people} own={c.var.viewer.name} told={told} />,
  });
}

interface PeopleProps {
  readonly desk: Desk;
  readonly people: readonly Person[];
  /** Who looks. */
  readonly own: string;
  readonly told: Told;
}

function People({ desk, people, own, told }: PeopleProps) {
  return (
    <div class="narrow people">
      <h1>People</h1>
      <Said told={told} />
      <p class="faint">
        {plural(people.length, 'person', 'people')}. Readers look; editors also check, correct, add and watch; admins
        also see to people and see <a href="/audit">who did what</a>.
      </p>
      <ul class="list">
        {people.map((person) => (
          <PersonRow desk={desk} person={person} isOwn={person.name === own} />
        ))}
      </ul>
      <h2>Add a person</h2>
      <Post desk={desk} action="/people" class="fields" role="admin">
        <div class="pair">
          <Field label="Name, as it will stand beside what they decide">
            <input name="name" required maxlength={60} autocomplete="off" />
          </Field>
          <Field label="Role">
            <RoleChoice chosen="editor" />
          </Field>
        </div>
        <label class="check">
          <input type="checkbox" name="proxy" value="yes" />
          <span>No password: the proxy in front of the desk signs them in</span>
        </label>
        <button class="button primary">Add</button>
      </Post>
    </div>
  );
}

function Said({ told: { password, done, problem } }: { told: Told }) {
  if (problem !== undefined) return <div class="notice problem" role="alert"><p>{problem}</p></div>; // prettier-ignore
  if (done !== undefined) return <div class="notice" role="status"><p>{done}</p></div>; // prettier-ignore
  if (password === undefined) return null;
  return (
    <div class="card once" role="status">
      <h2>A password for {password.name}</h2>
      <p>It is shown this once. Hand it over in private; they change it under their name.</p>
      <Secret id="secret" value={password.password} />
    </div>
  );
}

function RoleChoice({ chosen }: { chosen: Role }) {
  return (
    <select name="role">
      {ROLES.map((role) => (
        <option value={role} selected={role === chosen}>
          {role}
        </option>
      ))}
    </select>
  );
}

function PersonRow({ desk, person, isOwn }: { desk: Desk; person: Person; isOwn: boolean }) {
  const { name, role, made, hasPassword } = person;
  return (
    <li data-item>
      <div class="head-row">
        <span>
          <strong dir="auto">{name}</strong> <span class="tag">{role}</span>
          {isOwn ? <span class="faint"> you</span> : null}
        </span>
        <a class="small" href={`/audit?by=${encodeURIComponent(name)}`}>
          What {isOwn ? 'you' : 'they'} did
        </a>
      </div>
      <p class="faint">
        Since <Moment at={made} />
        {hasPassword ? '' : ' · no password: signed in by the proxy'}
      </p>
      <details class="more">
        <summary>Change</summary>
        <Post desk={desk} action="/people/role" fields={{ name }} class="inline-form" role="admin">
          <label>
            <span class="unseen">Role of {name}</span>
            <RoleChoice chosen={role} />
          </label>
          <label>
            <span class="unseen">Why the role of {name} changes</span>
            <input name="why" maxlength={500} placeholder="Why" />
          </label>
          <button class="button">Set the role</button>
        </Post>
        <Post desk={desk} action="/people/password" fields={{ name }} class="inline-form" role="admin">
          <button class="button">{hasPassword ? 'New password' : 'Give a password'}</button>
          <span class="faint small">They are signed out everywhere.</span>
        </Post>
        <Post desk={desk} action="/people/remove" fields={{ name }} class="inline-form" role="admin">
          <label>
            <span class="unseen">Why {name} is removed</span>
            <input name="why" maxlength={500} placeholder="Why" />
          </label>
          <button class="button">Remove {name}</button>
        </Post>
      </details>
    </li>
  );
}
