import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from './send-message.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const heard: { readonly headers: http.IncomingHttpHeaders; readonly body: string }[] = [];
let origin = '';

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push({ headers: request.headers, body });
    const path = request.url ?? '';
    if (path === '/silent') return;
    if (path === '/elsewhere') response.writeHead(302, { location: '/ok' }).end();
    else response.writeHead(Number(path.slice(1)) || 204).end('words that nobody shall read');
  });
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const now = (): Date => new Date();
const send = (path: string, options: { allowPrivate?: boolean; patience?: number } = {}) =>
  sendMessage({ id: 'msg_1', address: origin + path, body: '{"type":"test","data":"Åß"}', secret: SECRET }, { allowPrivate: true, now, ...options }); // prettier-ignore

describe('a message', () => {
  it('is signed so that the library of Standard Webhooks takes it, and no other', async () => {
    expect(await send('/ok')).toMatchObject({ status: 204, problem: null, isGone: false });
    const { headers: sent, body } = heard.at(-1) ?? { headers: {}, body: '' };
    const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]));
    expect(headers['content-type']).toBe('application/json');
    const webhook = new Webhook(SECRET);
    expect(webhook.verify(body, headers)).toEqual({ type: 'test', data: 'Åß' });
    expect(() => webhook.verify(`${body} `, headers)).toThrow();
    expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  });

  it('that is not taken says why: status, redirect, silence, nobody there', async () => {
    expect(await send('/500')).toMatchObject({ status: 500, problem: 'it answered 500', isGone: false });
    expect(await send('/410')).toMatchObject({ status: 410, isGone: true });
    const before = heard.length;
    expect(await send('/elsewhere')).toMatchObject({ status: 302, problem: 'it answered 302, and redirects are not followed' }); // prettier-ignore
    expect(heard.length).toBe(before + 1);
    expect(await send('/silent', { patience: 200 })).toMatchObject({ status: null, problem: 'it did not answer in time' }); // prettier-ignore
    const nobody = await sendMessage({ id: 'm', address: 'http://127.0.0.1:1/', body: '{}', secret: SECRET }, { allowPrivate: true, now }); // prettier-ignore
    expect(nobody.problem).toBe('nothing listens there');
  });

  it.each(['http://127.0.0.1', 'http://[::1]', 'http://2130706433', 'http://10.0.0.1', 'http://169.254.169.254'])('is not sent to %s unless that is meant', async (host) => {
    const before = heard.length;
    const tried = await sendMessage({ id: 'm', address: `${host}:${new URL(origin).port}/ok`, body: '{}', secret: SECRET }, { allowPrivate: false, now }); // prettier-ignore
    expect(tried.status).toBe(null);
    expect(tried.problem).toContain('not a public address');
    expect(heard.length).toBe(before);
  }); // prettier-ignore
});
