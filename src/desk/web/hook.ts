import { resolveHost } from '../../capture/resolve-host.ts';
import type { Outbox } from '../../ledger/following/outbox.ts';
import { HearsayError } from '../../base/error.ts';
import type { Desk } from './desk.ts';
import type { Viewer } from './viewer.ts';

/** A name that is not resolved by then may be resolved later: it is looked up for each message anyway. */
const PATIENCE = 5000;

/**
 * Has an address told what is new; one that surely leads inside is refused at once, and not only when it is told.
 * @throws HearsayError `fetch.private-address`, `usage.bad-option`
 */
export async function makeHook(desk: Desk, { user, name }: Viewer, address: string): ReturnType<Outbox['addHook']> {
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw new HearsayError('usage.bad-option', 'This address cannot be told', 'it holds a user name or password', 'messages are signed: leave it out'); // prettier-ignore
  url.hash = '';
  try {
    await resolveHost(url, { allowPrivate: desk.allowPrivate }, AbortSignal.timeout(PATIENCE));
  } catch (error) {
    if (error instanceof HearsayError && error.code === 'fetch.private-address') throw new HearsayError('fetch.private-address', 'This address cannot be told', error.why, 'start the desk with --allow-private if this machine or network is meant', { cause: error }); // prettier-ignore
  }
  const made = await desk.outbox.addHook(user, url.href);
  await desk.team.keepAct({ kind: 'hook-made', about: url.href }, name);
  return made;
}
