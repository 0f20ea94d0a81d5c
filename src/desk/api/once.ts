import type { Context } from 'hono';
import { hashBytes } from '../../base/canonical-json.ts';
import { nameAnswer } from '../../ledger/team/kept-answers.ts';
import type { Desk } from '../web/desk.ts';
import { answerProblem } from './problem.ts';

interface Asked {
  /** The Idempotency-Key. */
  readonly key: string;
  /** Method and path. */
  readonly path: string;
  /** All that was sent. */
  readonly asked: string;
  readonly status: 200 | 201 | 202;
}

type Answer = (c: Context, body: string, status: 200 | 201 | 202) => Response;

/** Secrets that are shown once: they are not kept, so a second answer does not have them. */
const SECRET = /"(?:key|password|secret)":"/u;

/**
 * A write that came with an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): done once in 24 hours, over all
 * processes and restarts; who asks again gets the first answer. What failed may be asked again.
 */
export async function answerOnce(
  c: Context,
  desk: Desk,
  { key, path, asked, status }: Asked,
  run: () => Promise<string>,
  answer: Answer,
): Promise<Response> {
  if (key === '' || key.length > 200) return answerProblem(c, 400, 'usage.bad-option', 'The Idempotency-Key cannot be taken', 'it has no characters, or more than 200', 'take a UUID'); // prettier-ignore
  const id = nameAnswer(c.var.viewer.user, path, key);
  const before = await desk.team.beginAnswer(id, hashBytes(asked));
  if (before.kind === 'other-request') return answerProblem(c, 422, 'usage.bad-option', 'This key was used already', 'it came with another request', 'take a new key for each request'); // prettier-ignore
  if (before.kind === 'in-work') {
    c.header('retry-after', '1');
    return answerProblem(c, 409, 'usage.bad-option', 'This is being done', 'the same request came a moment ago', 'ask again in a second'); // prettier-ignore
  }
  if (before.kind === 'answered') {
    if (before.answer === '') return answerProblem(c, 409, 'usage.bad-option', 'This was done already', 'its answer held a secret, which is shown once and not kept', 'make another one, and revoke the first'); // prettier-ignore
    c.header('idempotent-replayed', 'true');
    return answer(c, before.answer, status);
  }
  try {
    const body = await run();
    await desk.team.keepAnswer(id, status, SECRET.test(body) ? '' : body);
    return answer(c, body, status);
  } catch (error) {
    await desk.team.dropAnswer(id);
    throw error;
  }
}
