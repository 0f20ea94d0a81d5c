import { checkValue } from '../../../base/config.ts';
import { HearsayError } from '../../../base/error.ts';
import type { Delivery, Hook } from '../../../ledger/following/outbox.ts';
import { readForm } from '../decide.ts';
import type { App, Desk, Page } from '../desk.ts';
import { makeHook } from '../hook.ts';
import { Field } from '../parts/fields.tsx';
import { Post, RowAction } from '../parts/forms.tsx';
import { Empty, Moment, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { Secret } from './account.tsx';

interface Told {
  readonly made?: { readonly address: string; readonly secret: string };
  readonly problem?: string;
}

/** `/following/hooks`: addresses that are told what is new, and the log of what was sent. */
export function defineHooks(app: App, desk: Desk): void {
  app.get('/following/hooks', (c) => show(c, desk, {}));
  app.post('/following/hooks', async (c) => {
    const { address = '' } = await readForm(c);
    try {
      const { hook, secret } = await makeHook(desk, c.var.viewer, checkValue({ name: 'url', type: 'address' }, address, 'The address')); // prettier-ignore
      return await show(c, desk, { made: { address: hook.address, secret } });
    } catch (error) {
      if (!(error instanceof HearsayError) || !/^(?:usage|fetch)\./u.test(error.code)) throw error;
      return show(c, desk, { problem: `${error.what}: ${error.why}; ${error.fix}.` }, 422);
    }
  });
  app.post('/following/hooks/remove', async (c) => {
    const { id = '' } = await readForm(c);
    const { user, name } = c.var.viewer;
    await desk.team.keepAct({ kind: 'hook-removed', about: await desk.outbox.removeHook(user, id) }, name);
    return c.redirect('/following/hooks', 303);
  });
  app.post('/following/hooks/test', async (c) => {
    const { id = '' } = await readForm(c);
    await desk.outbox.test(c.var.viewer.user, id);
    return c.redirect('/following/hooks#log', 303);
  });
  app.post('/following/hooks/redeliver', async (c) => {
    const { id = '' } = await readForm(c);
    await desk.outbox.redeliver(c.var.viewer.user, id);
    return c.redirect('/following/hooks#log', 303);
  });
}

async function show(c: Page, desk: Desk, told: Told, status: 200 | 422 = 200): Promise<Response> {
  const { user } = c.var.viewer;
  const [hooks, log] = [await desk.outbox.hooks(user), await desk.outbox.deliveries(user, { cursor: c.req.query('cursor'), limit: 50 })]; // prettier-ignore
  return respond(c, desk, {
    ...{ title: 'Webhooks', section: 'following', status },
    body: <Hooks desk={desk} hooks={hooks} {...log} told={told} />,
  });
}

interface HooksProps {
  readonly desk: Desk;
  readonly hooks: readonly Hook[];
  readonly items: readonly Delivery[];
  readonly next: string | null;
  readonly told: Told;
}

function Hooks({ desk, hooks, items, next, told: { made, problem } }: HooksProps) {
  return (
    <div class="narrow">
      <p class="kicker">
        <a href="/following">Following</a>
      </p>
      <h1>Webhooks</h1>
      {problem === undefined ? null : (
        <div class="notice problem" role="alert">
          <p>{problem}</p>
        </div>
      )}
      {made === undefined ? null : (
        <div class="card once" role="status">
          <h2>The secret of {made.address}</h2>
          <p>It is shown this once. With it your program tells that a message is from this desk.</p>
          <Secret id="secret" value={made.secret} />
        </div>
      )}
      <p class="faint">
        Each piece of news of what you follow is sent to these addresses once as JSON, signed as <b>Standard Webhooks</b> has it (<code>webhook-id</code>,{' '}
        <code>webhook-timestamp</code>, <code>webhook-signature</code>), and again after failures for three days. A message
        that comes twice has the same <code>webhook-id</code>.
      </p>
      <ul class="list hooks">
        {hooks.map((hook) => (
          <HookLine desk={desk} hook={hook} />
        ))}
      </ul>
      <Post desk={desk} action="/following/hooks" class="fields" role="reader">
        <Field label={desk.allowPrivate ? 'Address' : 'Address, in the public internet'}>
          <input name="address" type="url" required placeholder="https://program.example/hearsay" />
        </Field>
        <button class="button primary">Add the webhook</button>
      </Post>
      <h2 id="log">What was sent</h2>
      {items.length === 0 ? (
        <Empty title="Nothing was sent yet">
          <p>
            {hooks.length === 0
              ? 'Once an address is added, each message to it stands here, with how it was answered.'
              : 'Press “Send a test” to see whether an address answers.'}
          </p>
        </Empty>
      ) : (
        <ol class="list deliveries">
          {items.map((delivery) => (
            <DeliveryLine desk={desk} delivery={delivery} />
          ))}
        </ol>
      )}
      {next === null ? null : (
        <p class="pager">
          <a class="button" rel="next" href={`/following/hooks?cursor=${next}#log`}>
            Before that
          </a>
        </p>
      )}
    </div>
  );
} // prettier-ignore

function HookLine({ desk, hook: { id, address, made, trouble } }: { desk: Desk; hook: Hook }) {
  return (
    <li>
      <div class="head-row">
        <code>{address}</code>
        <div class="row-actions">
          <RowAction
            desk={desk}
            action="/following/hooks/test"
            fields={{ id }}
            role="reader"
            label="Send a test"
            to={`to ${address}`}
          />
          <RowAction
            desk={desk}
            action="/following/hooks/remove"
            fields={{ id }}
            role="reader"
            label="Remove"
            to={address}
          />
        </div>
      </div>
      <p class="faint">
        Told since <Moment at={made.slice(0, 16)} />
      </p>
      {trouble === null ? null : <p class="alert-line">Not told any more: {trouble}. A test has it told again.</p>}
    </li>
  );
}

const STATE: Readonly<Record<Delivery['state'], string>> = {
  waiting: 'to be sent',
  delivered: 'delivered',
  failed: 'given up',
};

function DeliveryLine({ desk, delivery: { id, address, body, state, due, tries, made } }: { desk: Desk; delivery: Delivery }) {
  const last = tries.at(-1);
  return (
    <li>
      <div class="head-row">
        <span>
          <span class={`tag ${state === 'delivered' ? 'good' : state === 'failed' ? 'failed' : ''}`}>{STATE[state]}</span>{' '}
          <span class="strong">{typeOf(body)}</span> <span class="faint small">to {address}</span>
        </span>
        <RowAction desk={desk} action="/following/hooks/redeliver" fields={{ id }} role="reader" label="Send again" to={id} />
      </div>
      <p class="faint small">
        <Moment at={made.slice(0, 16)} /> UTC · <code>{id}</code>
        {last === undefined ? '' : ` · ${plural(tries.length, 'try', 'tries')}, the last: ${last.problem ?? `answered ${String(last.status)}`}`}
        {state === 'waiting' && due !== null ? (
          <>
            {' · '}next <Moment at={due.slice(0, 16)} />
          </>
        ) : null}
      </p>
      <details class="more">
        <summary>What is in it</summary>
        <pre class="body" tabindex={0}>{JSON.stringify(JSON.parse(body), null, 2)}</pre>
      </details>
    </li>
  );
} // prettier-ignore

function typeOf(body: string): string {
  const { type } = JSON.parse(body) as { readonly type: string };
  return type.replace(/^news\./u, '');
}
