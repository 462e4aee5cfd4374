import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another site, with pictures of streets. */
export interface TileSite {
  /** Address of a picture, with places for zoom, column and row. */
  readonly template: string;
  readonly attribution: string;
  /** What was asked until now. */
  asked(): readonly { readonly path: string; readonly referer: string | undefined }[];
  /** From now on it answers nothing but errors. */
  breakDown(): void;
  stop(): Promise<void>;
}

const picture = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#e9e4d4" d="M0 0h256v256H0z"/>
<path stroke="#fff" stroke-width="9" d="M0 80h256M96 0v256M0 200l256-60"/><text x="10" y="24" fill="#555">${path}</text></svg>`;

export async function startTileSite(): Promise<TileSite> {
  const asked: { path: string; referer: string | undefined }[] = [];
  let isBroken = false;
  const server = createServer(({ url = '', headers: { referer } }: IncomingMessage, answer: ServerResponse) => {
    asked.push({ path: url, referer });
    if (isBroken) answer.writeHead(503).end();
    else answer.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture(url));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    template: `http://localhost:${(server.address() as AddressInfo).port}/{z}/{x}/{y}.svg`,
    attribution: 'Straten: het kadaster van de proef',
    asked: () => asked,
    breakDown: () => (isBroken = true),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
