import { z } from 'zod';
import { namesIn, type Operation } from '../../api/operation.ts';
import { OPERATION_GROUPS } from '../../api/operations.ts';
import type { App, Desk } from '../desk.ts';
import { respond } from '../respond.tsx';

/** `/api`: what programs may ask for, to be read by people; `/openapi.json` is the same for programs. */
export function definePrograms(app: App, desk: Desk): void {
  app.get('/api', (c) => respond(c, desk, { title: 'For programs', section: 'help', body: <Programs hasUsers={desk.hasUsers} /> })); // prettier-ignore
}

function Programs({ hasUsers }: { hasUsers: boolean }) {
  return (
    <div class="narrow">
      <h1>For programs</h1>
      <p class="lead">All that the desk shows and does can be asked for over HTTP, in JSON.</p>
      <p>
        Send a key (<a href="/account">make one here</a>
        {hasUsers ? '' : ', or take the token that hearsay serve printed'}) as <code>Authorization: Bearer KEY</code>.
        The whole description is <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Problems come as{' '}
        <code>application/problem+json</code> with what helps. Answers have an ETag; lists come in pages,{' '}
        <code>next</code> of one is the <code>cursor</code> of the next; a write may bring an{' '}
        <code>Idempotency-Key</code>, and is then done once in 24 hours. <code>/api/v1/files</code> takes files,{' '}
        <code>/api/v1/export/FORMAT</code> gives them, <code>/api/v1/additions/ID/events</code> tells how far an
        addition is, <code>/mcp</code> is the same over MCP.
      </p>
      {OPERATION_GROUPS.map(([about, operations]) => (
        <section>
          <h2>{about}</h2>
          <dl class="glossary">
            {operations.map((operation) => (
              <div>
                <dt>
                  <code>
                    {operation.method.toUpperCase()} {operation.path}
                  </code>
                </dt>
                <dd>
                  {operation.summary}
                  {hasUsers && operation.role !== 'reader' ? <span class="faint"> For {operation.role}s.</span> : null}
                  <Given operation={operation} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Given({ operation }: { operation: Operation }) {
  const names = Object.entries(operation.input.shape).map(([name, schema]) =>
    (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) && !namesIn(operation.path).includes(name)
      ? `${name}?`
      : name,
  );
  return names.length === 0 ? null : (
    <span class="example">
      <code>{names.join(' ')}</code>
    </span>
  );
}
