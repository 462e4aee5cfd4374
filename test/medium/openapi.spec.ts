import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiVersion, openApiDocument } from '@app/platform/openapi/openapi-document.js';
import { Application } from '../support/application.js';
import { CheckedClient } from '../support/checked-client.js';

describe('the OpenAPI document', () => {
  let scene: Application;
  beforeAll(async () => {
    scene = await Application.open({ neighbours: 1, askers: 1 });
  });
  afterAll(() => scene.close());

  it('is served without sign-in, to any site, with the version in answer and document', async () => {
    const answer = await scene.client.raw('GET', '/v1/openapi.json', { headers: { origin: 'https://elders.invalid' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('api-version')).toBe(apiVersion);
    expect(JSON.parse(answer.text)).toStrictEqual(
      JSON.parse(JSON.stringify(openApiDocument('http://zorgzamebuurten.invalid'))),
    );
  });

  it('has its version on refusals as well', async () => {
    for (const path of ['/v1/me', '/v1/nowhere', '/v1/help-requests/x', '/nowhere.txt'])
      expect((await scene.client.raw('GET', path)).headers.get('api-version')).toBe(apiVersion);
  });
});

describe('an answer that does not fit the OpenAPI document', () => {
  const fitting = { cells: [{ code: 'BU1', open: 2 }] };
  const problem = { type: 'urn:x', status: 429, title: 'x', detail: 'x', code: 'too-many-requests', instance: 'x' };
  let next = { status: 200, type: 'application/json', body: JSON.stringify(fitting), version: apiVersion as string };
  let server: Server;
  let client: CheckedClient;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      const { status, type, body, version } = next;
      response.writeHead(status, { 'content-type': type, ...(version ? { 'api-version': version } : {}) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new CheckedClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const answer = (change: Partial<typeof next>) => {
    next = { status: 200, type: 'application/json', body: JSON.stringify(fitting), version: apiVersion, ...change };
    return client.call('getOpenBoardCounts');
  };
  const refusal = (body: object, status = 429) =>
    answer({ status, type: 'application/problem+json', body: JSON.stringify(body) });

  it('is told from one that does', async () => {
    expect((await answer({})).result()).toStrictEqual(fitting);
    expect((await refusal(problem)).problem().code).toBe('too-many-requests');
  });

  it.each([
    ['no version', { version: '' }, /API-Version/],
    ['another version', { version: '0.9.0' }, /API-Version/],
    ['a field too many', { body: '{"cells":[{"code":"BU1","open":2,"name":"Anja"}]}' }, /additional properties/],
    ['a field too few', { body: '{"cells":[{"code":"BU1"}]}' }, /required property/],
    ['another type', { body: '{"cells":[{"code":"BU1","open":"2"}]}' }, /must be integer/],
    ['another content type', { type: 'text/html' }, /content of type/],
    ['a status that is not described', { status: 201 }, /status that its description lacks/],
    ['a refusal as JSON', { status: 429 }, /a refusal as/],
  ])('%s fails the test', async (_what, change, why) => {
    await expect(answer(change)).rejects.toThrow(why);
  });

  it('nor does a code that the operation does not tell of', async () => {
    await expect(refusal({ ...problem, code: 'gone' })).rejects.toThrow(/code "gone"/);
    await expect(refusal({ ...problem, code: 'whatever' })).rejects.toThrow(/schema/);
    await expect(refusal({ ...problem, status: 418 }, 418)).rejects.toThrow(/status that its description lacks/);
  });
});
