import { z } from 'zod';
import { namesIn, type Operation } from '../../api/operation.ts';
import { OPERATIONS } from '../../api/operations.ts';
import type { App, Desk } from '../desk.ts';
import { respond } from '../respond.tsx';

/** `/api`: what programs may ask for, to be read by people; `/openapi.json` is the same for programs. */
export function definePrograms(app: App, desk: Desk): void {
  app.get('/api', (c) => respond(c, desk, { title: 'For programs', section: 'help', body: <Programs /> }));
}

function Programs() {
  return (
    <div class="narrow">
      <h1>For programs</h1>
      <p class="lead">All that the desk shows can be asked for over HTTP, in JSON, on this machine.</p>
      <p>
        Send the token that <code>hearsay serve</code> printed as <code>Authorization: Bearer TOKEN</code>. The whole
        description is <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Problems come as{' '}
        <code>application/problem+json</code> with what helps; answers have an ETag; a write may bring an{' '}
        <code>Idempotency-Key</code>.
      </p>
      <dl class="glossary">
        {OPERATIONS.map((operation) => (
          <div>
            <dt>
              <code>
                {operation.method.toUpperCase()} {operation.path}
              </code>
            </dt>
            <dd>
              {operation.summary}
              <Given operation={operation} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Given({ operation }: { operation: Operation }) {
  const names = Object.entries(operation.input.shape).map(([name, schema]) =>
    schema instanceof z.ZodOptional && !namesIn(operation.path).includes(name) ? `${name}?` : name,
  );
  return names.length === 0 ? null : (
    <span class="example">
      <code>{names.join(' ')}</code>
    </span>
  );
}
