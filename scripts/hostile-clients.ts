import { connect, type Socket } from 'node:net';
import type { Team } from '../src/ledger/team/team.ts';
import { LOCAL } from '../src/ledger/team/team.ts';
import { tell } from './check-page.ts';

/** Clients that are slow, large or many: the desk answers others meanwhile, and ends them. @returns how many problems there are */
export async function attackDesk(origin: string, team: Team): Promise<number> {
  const ada = await team.named('Ada Venn');
  const { key } = await team.makeKey(ada?.user ?? LOCAL, { name: 'hostile', role: 'editor', scope: 'api', days: 1 }, 'verify'); // prettier-ignore
  const headers = { authorization: `Bearer ${key}` };
  const { hostname, port } = new URL(origin);
  const open = (): Promise<Socket> => new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => { resolve(socket); }); // prettier-ignore
    socket.once('error', reject);
  }); // prettier-ignore
  const answers = async (): Promise<string | null> => {
    const began = performance.now();
    const { status } = await fetch(`${origin}/api/v1/me`, { headers });
    const took = performance.now() - began;
    return status === 200 && took < 2000 ? null : `another client got ${String(status)} after ${String(Math.round(took))} ms`;
  }; // prettier-ignore
  let failed = 0;

  // Requests of 10 MB, with and without saying so.
  const large = 'x'.repeat(10 * 2 ** 20);
  const asked = [['/api/v1/decisions', 'application/json'], ['/decide', 'application/x-www-form-urlencoded'], ['/account/keys', 'application/x-www-form-urlencoded'], ['/mcp', 'application/json']] as const; // prettier-ignore
  const problems: string[] = [];
  for (const [path, type] of asked)
    for (const isStreamed of [false, true]) {
      const body = isStreamed ? new Blob([large]).stream() : large;
      const status = await fetch(origin + path, { method: 'POST', headers: { ...headers, origin, 'content-type': type }, body, ...(isStreamed ? { duplex: 'half' } : {}) }).then((answer) => answer.status, (error: unknown) => String(error)); // prettier-ignore
      // Node may end the connection before the answer is read: the body is then not taken either.
      if (status !== 413 && !String(status).includes('fetch failed')) problems.push(`${path}, ${isStreamed ? 'streamed' : 'whole'}: ${String(status)}`); // prettier-ignore
    }
  const still = await answers();
  failed += tell('hostile: requests of 10 MB', still === null ? problems : [...problems, still]);

  // Requests that never end, and 1,000 open streams.
  const slow = await Promise.all(Array.from({ length: 200 }, open));
  for (const socket of slow) {
    socket.on('error', () => undefined);
    socket.write(`GET / HTTP/1.1\r\nhost: ${hostname}:${port}\r\nx-slow: `);
  }
  failed += tell('hostile: 200 clients that never finish their request', [await answers()].filter((problem) => problem !== null)); // prettier-ignore

  const form = new FormData();
  form.set('files', new Blob(['The quay opened on Monday, Ines Marl said.']), 'quay.txt');
  const addition = (await (await fetch(`${origin}/api/v1/files`, { method: 'POST', headers, body: form })).json()) as { id: string }; // prettier-ignore
  const stop = new AbortController();
  const streams = await Promise.all(Array.from({ length: 1000 }, () => fetch(`${origin}/api/v1/additions/${addition.id}/events`, { headers, signal: stop.signal }).then(({ status }) => status, () => 0))); // prettier-ignore
  const opened = streams.filter((status) => status === 200).length;
  const refused = streams.filter((status) => status === 429).length;
  const many = await answers();
  failed += tell(`hostile: 1,000 open streams (${String(opened)} opened, ${String(refused)} refused)`, [...(opened > 0 && opened + refused === 1000 ? [] : ['some were neither opened nor refused']), ...(many === null ? [] : [many])]); // prettier-ignore
  stop.abort();

  const ended = new Promise<number>((resolve) => {
    let count = 0;
    const done = (): void => { if (++count === slow.length) resolve(count); }; // prettier-ignore
    for (const socket of slow) if (socket.destroyed) done(); else { socket.resume(); socket.once('close', done); } // prettier-ignore
    setTimeout(() => { resolve(count); }, 60_000); // prettier-ignore
  });
  const count = await ended;
  failed += tell('hostile: slow clients are ended within a minute', count === slow.length ? [] : [`${String(slow.length - count)} are open still`]); // prettier-ignore
  for (const socket of slow) socket.destroy();
  return failed;
}
