import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { screenPaths, type FoundScreen } from '@app/contracts/pages/screen-paths.js';
import type { VisitorCookie } from '../platform/identity/visitor-cookie.js';
import type { ShownThings } from '../platform/pages/shown-things.js';
import type { WebFiles } from './web-files.js';
import { WebController } from './web.controller.js';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
  readonly policy: string;
}

/** What somebody gets who asks for this path, takes this, and chose this language before. */
async function answerTo(url: string, accept: string | undefined, cookie = ''): Promise<Answer> {
  const firstPage = (language = 'nl') => ({ html: `the first page in ${language}`, styleSource: "'sha256-it'" });
  const notFoundPage = (language = 'nl') => ({ html: `no page in ${language}`, styleSource: "'sha256-it'" });
  const files = { emptyPage: () => 'the page', firstPage, notFoundPage } as unknown as WebFiles;
  const shown = { isGone: ({ id }: FoundScreen) => Promise.resolve(id === gone) } as unknown as ShownThings;
  const visitors = { isGenuine: () => true } as unknown as VisitorCookie;
  const answer = {
    status: 0,
    body: '',
    cookies: [] as string[],
    policy: "default-src 'self';style-src 'self';script-src 'self'",
  };
  const reply = {
    type: () => reply,
    status: (status: number) => {
      answer.status = status;
      return reply;
    },
    getHeader: () => answer.policy,
    header: (name: string, value: string) => {
      if (name === 'Content-Security-Policy') answer.policy = value;
      else if (name === 'Set-Cookie') answer.cookies.push(value);
      return reply;
    },
    send: (content: string) => {
      answer.body = content;
      return Promise.resolve();
    },
  };
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  const request = { url, query, headers: { cookie, ...(accept === undefined ? {} : { accept }) } };
  await new WebController(files, visitors, shown).screen(
    request as unknown as FastifyRequest,
    reply as unknown as FastifyReply,
  );
  return answer;
}

const there = '01a205dc-c22c-76a3-8879-f1fc15cef0e5';
const gone = '01a205dc-c22c-76a3-8879-f1fc15cef0e6';
const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';

const sent = async (url: string, accept: string | undefined): Promise<string> => (await answerTo(url, accept)).body;

describe('the page of the app', () => {
  it.each(['*/*', undefined, 'text/html', 'image/png, */*;q=0.8'])(
    'is at the front for who takes %s',
    async (accept) => {
      expect(await sent('/', accept)).toBe('the first page in nl');
      expect(await sent('/?uit=1', 'text/html')).toBe('the first page in nl');
    },
  );

  it.each(screenPaths.filter((path) => path !== '/'))(
    'is at %s for a browser, and for a link checker',
    async (path) => {
      const url = `${path.replace(/:id\??/, there).replaceAll(/:\w+\??/g, 'iets')}?nieuw=1`;
      for (const accept of [browser, '*/*']) {
        expect(await answerTo(url, accept)).toMatchObject({ status: 200, body: 'the page' });
      }
    },
  );

  it.each(['/bestaat-niet', '/hulpvragen/1', `/hulpvragen/${gone}`, '/vragen/oud/adres?van=mail'])(
    'is missing at %s, and says so in the language that was chosen',
    async (url) => {
      expect(await answerTo(url, browser, 'language=uk')).toMatchObject({
        status: 404,
        body: 'no page in uk',
        policy: expect.stringContaining('sha256-it'),
      });
    },
  );

  it.each([
    ['/', 'application/json'],
    ['/bestaat-niet', '*/*'],
    ['/bestaat-niet', undefined],
    ['/hulpvragen', 'application/json'],
    ['/v1/niets', 'text/html'],
  ])('is not for who asks %s and takes %s', async (url, accept) => {
    await expect(sent(url, accept)).rejects.toThrow('not-found');
  });

  it('is in the language of a link on it, which is remembered', async () => {
    const { body, cookies } = await answerTo('/?taal=tr', 'text/html', 'language=uk');
    expect(body).toBe('the first page in tr');
    expect(cookies).toEqual([expect.stringMatching(/^language=tr; Path=\/;/)]);
  });

  it.each(['/?taal=xx', '/'])('is at %s in the language that was chosen before', async (url) => {
    const { body, cookies } = await answerTo(url, 'text/html', 'a=b; language=uk');
    expect(body).toBe('the first page in uk');
    expect(cookies).toEqual([]);
  });

  it('may bring its own style at the front, and nowhere else', async () => {
    const { policy } = await answerTo('/', 'text/html');
    expect(policy).toBe("default-src 'self';style-src 'sha256-it' 'self';script-src 'self'");
    expect((await answerTo('/hulpvragen', 'text/html')).policy).not.toContain('sha256');
  });
});
