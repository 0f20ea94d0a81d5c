import { checkValue } from '../../../base/config.ts';
import type { Done } from '../../../ledger/team/acts.ts';
import type { App, Desk } from '../desk.ts';
import { nameReport } from '../parts/names.ts';
import { Empty, Moment, reportPath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

export const DONE_KINDS = ['act', 'decision', 'forgotten'] as const;

/** `/audit?by=&what=&cursor=`: who did what and why, the latest first. For admins. */
export function defineAudit(app: App, desk: Desk): void {
  app.get('/audit', async (c) => {
    const { by = '', what = '', cursor } = c.req.query();
    const kind = what === '' ? undefined : (checkValue({ name: 'what', type: 'choice', choices: DONE_KINDS }, what, 'what') as Done['what']); // prettier-ignore
    const page = await desk.team.done({ by: by.trim() === '' ? undefined : by.trim(), what: kind, cursor, limit: 100 });
    const people = desk.hasUsers ? (await desk.team.people()).map(({ name }) => name) : [];
    return respond(c, desk, {
      ...{ title: 'Who did what', section: 'account' },
      body: <Audit {...page} by={by.trim()} what={kind ?? ''} people={people} />,
    });
  });
}

interface AuditProps {
  readonly items: readonly Done[];
  readonly next: string | null;
  readonly by: string;
  readonly what: Done['what'] | '';
  readonly people: readonly string[];
}

const LABELS: Readonly<Record<Done['what'], string>> = {
  act: 'Signing in, people, keys, adding, feeds',
  decision: 'Decisions and corrections',
  forgotten: 'Forgetting',
};

function Audit({ items, next, by, what, people }: AuditProps) {
  const rest = new URLSearchParams({ ...(by === '' ? {} : { by }), ...(what === '' ? {} : { what }) });
  return (
    <>
      <h1>Who did what</h1>
      <form class="inline" action="/audit">
        <label class="unseen" for="by">
          Name of a person
        </label>
        <input id="by" name="by" value={by} placeholder="Name of a person" list="people" autocomplete="off" />
        <datalist id="people">
          {people.map((name) => (
            <option value={name}></option>
          ))}
        </datalist>
        <label class="unseen" for="what">
          What was done
        </label>
        <select id="what" name="what">
          <option value="">Everything</option>
          {DONE_KINDS.map((kind) => (
            <option value={kind} selected={kind === what}>
              {LABELS[kind]}
            </option>
          ))}
        </select>
        <button class="button">Show</button>
      </form>
      {items.length === 0 ? (
        <Empty title={rest.size === 0 ? 'Nobody has done anything yet' : 'Nothing of the kind was done'}>
          <p>Every decision, addition and change of people stands here, with who did it and why.</p>
        </Empty>
      ) : (
        <div class="table-scroll whole">
          <table class="audit">
            <thead>
              <tr>
                <th scope="col">When (UTC)</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">To what</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {items.map((done) => (
                <Row done={done} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next === null ? null : (
        <p class="pager">
          <a class="button" rel="next" href={`/audit?${new URLSearchParams({ ...Object.fromEntries(rest), cursor: next }).toString()}`}>
            Before that
          </a>
        </p>
      )}
    </>
  );
} // prettier-ignore

const WORDS: Readonly<Record<string, string>> = {
  'signed-in': 'signed in',
  'sign-in-refused': 'was not let in',
  'signed-out': 'signed out',
  'user-added': 'added a person',
  'user-removed': 'removed a person',
  'role-changed': 'changed a role',
  'password-changed': 'changed a password',
  'key-made': 'made a key',
  'key-revoked': 'revoked a key',
  added: 'added reports',
  exported: 'exported',
  'feed-watched': 'had a feed watched',
  'feed-removed': 'removed a feed',
  'feed-paused': 'paused a feed',
  'feed-resumed': 'resumed a feed',
  'hook-made': 'added a webhook',
  'hook-removed': 'removed a webhook',
  forgotten: 'had a report forgotten',
  accept: 'accepted a place',
  reject: 'set a place aside as misread',
  'set-aside': 'set aside, not to be counted',
  merge: 'put two places together',
  split: 'parted two places',
  outcome: 'said what became of it',
  edit: 'corrected an attribution',
  'set-source': 'set the source',
  'link-denial': 'said that a place answers a claim',
  'unlink-denial': 'said that a place does not answer a claim',
  'correct-report': 'corrected a report',
  grade: 'graded',
  'same-source': 'said that two sources are one',
  'other-source': 'said that two sources are two',
  undo: 'took a decision back',
};

function Row({ done: { what, kind, about, at, by, why } }: { done: Done }) {
  const words = WORDS[kind] ?? kind.replaceAll('-', ' ');
  return (
    <tr class={kind === 'sign-in-refused' ? 'refused' : undefined}>
      <td>
        <Moment at={at} />
      </td>
      <th scope="row">
        <a href={`/audit?by=${encodeURIComponent(by)}`} dir="auto">
          {by}
        </a>
      </th>
      <td>{words}</td>
      <td dir="auto">{what === 'decision' && about !== null ? <a href={reportPath(about)}>{nameReport(about)}</a> : (about ?? '')}</td>
      <td dir="auto">{why}</td>
    </tr>
  );
} // prettier-ignore
