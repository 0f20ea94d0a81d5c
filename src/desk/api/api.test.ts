import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { openTestDesk, ORIGIN, type TestDesk } from '../../../test/open-test-desk.ts';
import { sourceSchema } from '../../ledger/ledger.ts';
import { claimsAnswer, problemAnswer, sourcesAnswer } from './answers.ts';
import { OPERATIONS } from './operations.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(inventDeskReports());
}, 60_000);
afterAll(() => desk.close());

const get = async (path: string): Promise<unknown> => (await desk.ask(path)).json();
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  desk.ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }); // prettier-ignore

describe('the API', () => {
  it('lists claims page after page, narrowed as the contract has it', async () => {
    const first = claimsAnswer.parse(await get('/api/v1/claims?limit=1'));
    const rest = claimsAnswer.parse(await get(`/api/v1/claims?limit=100&cursor=${first.next ?? ''}`));
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual((await desk.ledger.claims({ limit: 100 })).items.map(({ id }) => id));
    const of = async (query: string): Promise<number> => claimsAnswer.parse(await get(`/api/v1/claims?${query}`)).items.length; // prettier-ignore
    expect(await of('q=ferry&source=Aldous+Venn&from=2031-05&minOrigins=1')).toBe(1);
    expect(await of('outlet=Nobody')).toBe(0);
  });

  it('answers each question in the shape that its document gives', async () => {
    const [claim] = (await desk.ledger.claims({ limit: 1 })).items;
    const asked: Record<string, string> = { getClaim: `/api/v1/claims/${claim?.id ?? ''}`, trace: '/api/v1/trace?of=ferry', listReports: '/api/v1/reports?limit=2', getReport: `/api/v1/report?of=${claim?.id ?? ''}`, getReading: '/api/v1/reading?of=saltmere-courier.example/ferry', listOutlets: '/api/v1/outlets', listSources: '/api/v1/sources?limit=3', getSource: '/api/v1/sources/Aldous%20Venn?on=2031-06-01', listEvents: '/api/v1/calendar?on=2031-06-01', listClaims: '/api/v1/claims' }; // prettier-ignore
    for (const { id, answer, method } of OPERATIONS) {
      const path = asked[id];
      if (method !== 'get' || path === undefined) continue;
      const value = await get(path);
      expect([id, answer.safeParse(value).error]).toEqual([id, undefined]);
    }
    expect(Object.keys(asked)).toHaveLength(10);
    const { items } = (await get('/api/v1/calendar?on=2031-06-01')) as { items: { status: string }[] };
    expect(items[0]?.status).toBe('overdue');
  });

  it('tells who said what: listed, found by name, and one in full by its id', async () => {
    const { items } = sourcesAnswer.parse(await get('/api/v1/sources?name=Aldous+Venn'));
    expect(items.map(({ name, reports }) => [name, reports])).toEqual([['Aldous Venn', 2]]);
    const source = sourceSchema.parse(await get(`/api/v1/sources/${items[0]?.id ?? ''}?on=2031-06-01`));
    expect([source.said.total, source.expected.announced, source.expected.overdue]).toEqual([2, 1, 1]);
    const post = sourceSchema.parse(await get('/api/v1/sources/Tidewater%20Post'));
    expect([post.id, post.outlet?.reports]).toEqual(['outlet:tidewaterpost', 1]);
    expect(await get('/api/v1/sources/outlet:tidewaterpost')).toEqual(post);
  });

  it('says that nothing has changed, until something has', async () => {
    const etag = (await desk.ask('/api/v1/claims')).headers.get('etag') ?? '';
    expect((await desk.ask('/api/v1/claims', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const [claim] = (await desk.ledger.claims()).items;
    await desk.ledger.decide({ kind: 'accept', appearance: claim?.id ?? '', why: '' });
    expect((await desk.ask('/api/v1/claims', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('keeps a decision once for each key, and takes it back', async () => {
    const [claim] = (await desk.ledger.claims()).items;
    const decision = { kind: 'reject', appearance: claim?.appearances[1]?.id ?? '', why: 'another ferry' };
    const before = (await desk.ledger.corrections()).length;
    const ids = [];
    for (let i = 0; i < 2; i++) ids.push(await (await post('/api/v1/decisions', { decision }, { 'idempotency-key': 'k1' })).json()); // prettier-ignore
    expect(ids[0]).toEqual(ids[1]);
    expect((await desk.ledger.corrections()).length).toBe(before + 1);
    const other = await post('/api/v1/decisions', { decision: { ...decision, why: '' } }, { 'idempotency-key': 'k1' });
    expect(other.status).toBe(422);
    const { id } = ids[0] as { id: string };
    expect((await post('/api/v1/decisions', { decision: { kind: 'undo', correction: id } })).status).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/claims?limit=0', undefined, 400],
    ['GET', '/api/v1/claims?minOrigins=many', undefined, 400],
    ['GET', '/api/v1/claims?from=yesterday', undefined, 400],
    ['GET', '/api/v1/claims?colour=red', undefined, 400],
    ['GET', '/api/v1/claims?cursor=x', undefined, 400],
    ['GET', '/api/v1/claims/ffffffffffff', undefined, 404],
    ['GET', '/api/v1/trace?of=elephants', undefined, 404],
    ['GET', '/api/v1/sources/Nobody', undefined, 404],
    ['GET', '/api/v1/sources?limit=0', undefined, 400],
    ['GET', '/api/v1/nothing', undefined, 404],
    ['POST', '/api/v1/decisions', 'no JSON', 400],
    ['POST', '/api/v1/decisions', '[]', 400],
    ['POST', '/api/v1/decisions', '{"decision":{"kind":"accept"}}', 400],
    ['POST', '/api/v1/additions', '{}', 400],
    ['POST', '/api/v1/additions', '{"addresses":["file:///etc/passwd"]}', 400],
    ['POST', '/api/v1/additions', `{"text":"${'x'.repeat(2_200_000)}"}`, 413],
  ])('%s %s: a problem that says what helps', async (method, path, body, status) => {
    const answer = method === 'GET' ? await desk.ask(path) : await post(path, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    const problem = problemAnswer.parse(await answer.json());
    expect([problem.status, problem.fix.length > 5]).toEqual([status, true]);
  });

  it.each([
    ['PUT', '/api/v1/claims', 'GET, HEAD'],
    ['DELETE', '/api/v1/claims/0123456789ab', 'GET, HEAD'],
    ['GET', '/api/v1/news/seen', 'POST'],
  ])('does not take %s of %s, and says what it takes', async (method, path, allowed) => {
    const answer = await desk.ask(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
  });

  it('answers nobody without the token, nor a form of another page', async () => {
    expect((await desk.knock('/api/v1/claims')).status).toBe(401);
    expect((await desk.knock('/api/v1/claims')).headers.get('content-type')).toBe('application/problem+json');
    expect((await desk.knock('/openapi.json')).status).toBe(401);
    const form = await desk.ask('/api/v1/decisions', { method: 'POST', headers: { origin: ORIGIN }, body: new URLSearchParams({ kind: 'accept' }) }); // prettier-ignore
    expect(form.status).toBe(415);
  });

  it('is described by /openapi.json: each operation, with the schema of what comes back', async () => {
    const document = z
      .object({
        openapi: z.string(),
        paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
      }) // prettier-ignore
      .parse(await get('/openapi.json'));
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(document.openapi).toBe('3.1.0');
    expect(ids.toSorted()).toEqual(
      [...OPERATIONS.map(({ id }) => id), 'addFiles', 'export', 'watchAddition'].toSorted(),
    );
  });
});
