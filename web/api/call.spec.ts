import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { addressOf, call, failureOf, whenSessionIsGone } from './call.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

function answerWith(status: number, body: unknown): jest.Mock<typeof fetch> {
  const fake = jest.fn<typeof fetch>().mockResolvedValue(new Response(JSON.stringify(body), { status }));
  globalThis.fetch = fake;
  return fake;
}

describe('calling the service', () => {
  it('fills in the path and leaves out what is not asked', () => {
    expect(addressOf('getHelpRequest', { id: 'a/b' })).toBe('/v1/help-requests/a%2Fb');
    expect(addressOf('getBoard', { query: { associationId: 'x', since: 0, neighbourhoodCode: undefined } })).toBe(
      '/v1/board?associationId=x&since=0',
    );
  });

  it('sends JSON, the key and the cookie of this site', async () => {
    const fake = answerWith(200, { status: 'matched' });
    const answer = await call('acceptHelpRequest', { id: 'a', body: {}, idempotencyKey: 'key-12345' });
    expect(answer).toEqual({ ok: true, data: { status: 'matched' } });
    const [address, init] = fake.mock.calls[0] ?? [];
    expect(address).toBe('/v1/help-requests/a/acceptance');
    expect(init).toMatchObject({
      method: 'PUT',
      credentials: 'same-origin',
      body: '{}',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-12345' },
    });
  });

  it('reads a problem with its code, faults and waiting list', async () => {
    answerWith(409, { code: 'already-matched', status: 409, title: '', detail: '', type: '', waitlist: true });
    expect(await call('acceptHelpRequest', { id: 'a', body: {} })).toEqual({
      ok: false,
      code: 'already-matched',
      status: 409,
      errors: [],
      waitlist: true,
    });
  });

  it('takes an answer that is no problem+json as a fault of the server', () => {
    expect(failureOf(502, '<html>')).toMatchObject({ code: 'internal-error', status: 502 });
    expect(failureOf(500, undefined)).toMatchObject({ code: 'internal-error' });
  });

  it('says that there is no network instead of throwing', async () => {
    globalThis.fetch = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await call('getMe')).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('tells that the session is gone, except when that was the question', async () => {
    const gone = jest.fn();
    whenSessionIsGone(gone);
    answerWith(401, { code: 'not-signed-in' });
    await call('getMe');
    expect(gone).not.toHaveBeenCalled();
    answerWith(401, { code: 'not-signed-in' });
    await call('listAsks');
    expect(gone).toHaveBeenCalledTimes(1);
  });
});
