import fastifyRateLimit from '@fastify/rate-limit';
import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { believes, rateLimits } from './rate-limits.js';

const signIn = '/v1/sign-in-challenges';

let server: FastifyInstance | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** As many proxies in front as given, and what is behind the limits answers 200. */
async function behind(trustProxy: number): Promise<string> {
  const started = Fastify({ trustProxy: believes(trustProxy) });
  server = started;
  await started.register(fastifyRateLimit, rateLimits({ trustProxy }));
  for (const path of [signIn, '/v1/help-requests', '/v1/me']) started.post(path, () => ({}));
  started.get('/cijfers/:file', () => ({}));
  return started.listen({ host: '127.0.0.1', port: 0 });
}

/** How many of these calls, one after the other, were let through. */
async function letThrough(
  calls: number,
  url: string,
  headers: (call: number) => Record<string, string>,
  method = 'POST',
) {
  let through = 0;
  for (let call = 0; call < calls; call += 1) {
    const { status } = await fetch(url, { method, headers: headers(call) });
    if (status === 200) through += 1;
  }
  return through;
}

describe('calls a minute from one address', () => {
  it('are few where somebody may be guessing, more where somebody asks for help or takes a file, and many elsewhere', async () => {
    const origin = await behind(1);
    const headers = () => ({ 'x-forwarded-for': '203.0.113.5' });
    expect(await letThrough(25, `${origin}${signIn}`, headers)).toBe(20);
    expect(await letThrough(35, `${origin}/v1/help-requests`, headers)).toBe(30);
    expect(await letThrough(65, `${origin}/cijfers/2026-Q3.pdf`, headers, 'GET')).toBe(60);
    expect(await letThrough(65, `${origin}/v1/me`, headers)).toBe(65);
  });

  it('are not more for who writes the address of the call in another way', async () => {
    const origin = await behind(1);
    const headers = () => ({ 'x-forwarded-for': '203.0.113.5' });
    expect(await letThrough(25, `${origin}/v1/%73ign-in-challenges?x=1`, headers)).toBe(20);
  });

  it('are not more for who says to be somebody else, or this machine', async () => {
    const origin = await behind(1);
    const url = `${origin}${signIn}`;
    expect(await letThrough(25, url, (call) => ({ 'x-forwarded-for': `198.51.100.${call}, 203.0.113.5` }))).toBe(20);
    expect(await letThrough(5, url, () => ({ 'x-forwarded-for': '127.0.0.1, 203.0.113.5' }))).toBe(0);
    expect(await letThrough(5, url, () => ({ 'x-forwarded-for': '203.0.113.6' }))).toBe(5);
  });

  it('are those of a whole network where addresses are many', async () => {
    const origin = await behind(1);
    const headers = (call: number) => ({ 'x-forwarded-for': `2001:db8:0:1::${call.toString(16)}` });
    expect(await letThrough(25, `${origin}${signIn}`, headers)).toBe(20);
  });

  it('do not count at this machine itself, but do for whom a proxy on it brings along', async () => {
    const origin = await behind(0);
    expect(await letThrough(25, `${origin}${signIn}`, () => ({}))).toBe(25);
    expect(await letThrough(25, `${origin}${signIn}`, (call) => ({ 'x-forwarded-for': `203.0.113.${call}` }))).toBe(20);
  });
});
