import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VisitorCookie } from '../platform/identity/visitor-cookie.js';
import type { WebFiles } from './web-files.js';
import { WebController } from './web.controller.js';

/** What somebody gets who asks for this path and takes this. */
async function sent(url: string, accept: string | undefined): Promise<string> {
  const files = { emptyPage: () => 'the page', firstPage: () => 'the first page' } as unknown as WebFiles;
  const visitors = { isGenuine: () => true } as unknown as VisitorCookie;
  let body = '';
  const reply = {
    type: () => reply,
    header: () => reply,
    send: (content: string) => {
      body = content;
      return Promise.resolve();
    },
  };
  const request = { url, headers: accept === undefined ? {} : { accept } } as unknown as FastifyRequest;
  await new WebController(files, visitors).screen(request, reply as unknown as FastifyReply);
  return body;
}

describe('the page of the app', () => {
  it.each(['*/*', undefined, 'text/html', 'image/png, */*;q=0.8'])(
    'is at the front for who takes %s',
    async (accept) => {
      expect(await sent('/', accept)).toBe('the first page');
      expect(await sent('/?uit=1', 'text/html')).toBe('the first page');
    },
  );

  it('is at every screen for a browser', async () => {
    expect(await sent('/hulpvragen/1', 'text/html,application/xhtml+xml,*/*;q=0.8')).toBe('the page');
  });

  it.each([
    ['/', 'application/json'],
    ['/hulpvragen/1', '*/*'],
    ['/hulpvragen/1', undefined],
    ['/v1/niets', 'text/html'],
  ])('is not for who asks %s and takes %s', async (url, accept) => {
    await expect(sent(url, accept)).rejects.toThrow('not-found');
  });
});
