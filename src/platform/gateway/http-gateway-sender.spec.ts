import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OutgoingMessage } from '../mail/sender.js';
import { HttpGatewaySender, UnsafeGatewayError } from './http-gateway-sender.js';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const message: OutgoingMessage = {
  messageId: 'notification-1',
  to: '06 12-34 56 78',
  subject: 'not used',
  text: 'Anja vraagt u iets.',
  html: '<p>not used</p>',
};

let server: Server;
let url: string;
let received: Received[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  received = [];
  answer = (response) => response.writeHead(202).end('{"id":1}');
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      received.push({ path: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/messages`;
});
afterEach(async () => {
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
});

function sender(totalTimeout = 5_000): HttpGatewaySender {
  return new HttpGatewaySender({ url, token: 'secret', totalTimeout });
}
const status = (code: number) => (response: ServerResponse) => {
  response.writeHead(code).end();
};

describe('the gateway', () => {
  it('gets the number, the text and a key that stays the same', async () => {
    const gateway = sender();
    expect(await gateway.send(message)).toEqual({ status: 'sent' });
    await gateway.send(message);
    expect(received[0]?.body).toEqual({ to: '0612345678', text: message.text, reference: 'notification-1' });
    expect(received[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': 'notification-1' });
    expect(received[1]?.headers['idempotency-key']).toBe(received[0]?.headers['idempotency-key']);
  });

  it.each([408, 429, 500, 503])('may be tried again after %i', async (code) => {
    answer = status(code);
    expect(await sender().send(message)).toEqual({ status: 'failed-temporary', reason: 'refused-for-now' });
  });

  it.each([400, 404, 409, 422])('is not tried again after %i', async (code) => {
    answer = status(code);
    expect(await sender().send(message)).toEqual({ status: 'failed-permanent', reason: 'refused' });
  });

  it.each([401, 403])('that does not know us (%i) is our trouble, not that of the message', async (code) => {
    answer = status(code);
    expect(await sender().send(message)).toEqual({ status: 'failed-temporary', reason: 'sign-in-failed' });
  });

  it.each([301, 307, 308])('cannot send the number elsewhere with %i', async (code) => {
    answer = (response) => {
      response.writeHead(code, { Location: url.replace('/messages', '/elsewhere') }).end();
    };
    expect(await sender().send(message)).toEqual({ status: 'failed-temporary', reason: 'protocol-error' });
    expect(received.map(({ path }) => path)).toEqual(['/messages']);
  });

  it('that stays silent leaves it unknown', async () => {
    answer = () => undefined;
    expect(await sender(1_000).send(message)).toEqual({ status: 'unknown', reason: 'no-answer-after-data' });
    expect(received).toHaveLength(1);
  });

  it('that hangs up without an answer leaves it unknown', async () => {
    answer = (response) => response.destroy();
    expect(await sender().send(message)).toEqual({ status: 'unknown', reason: 'connection-lost-after-data' });
  });

  it('that is not there is a failed connection', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await sender().send(message)).toEqual({ status: 'failed-temporary', reason: 'connection-failed' });
  });

  it.each(['0612345678\r\nX: y', 'jan', '', '06123'])('never hears of the number %j', async (to) => {
    expect(await sender().send({ ...message, to })).toEqual({
      status: 'failed-permanent',
      reason: 'invalid-recipient',
    });
    expect(received).toEqual([]);
  });

  it.each([{ messageId: 'a\r\nX-Other: b' }, { text: '' }, { text: 'a'.repeat(2_001) }])(
    'never hears of a message that is wrong: %j',
    async (change) => {
      expect(await sender().send({ ...message, ...change })).toEqual({
        status: 'failed-permanent',
        reason: 'invalid-message',
      });
      expect(received).toEqual([]);
    },
  );

  it('gets nothing more once closed', async () => {
    const gateway = sender();
    await gateway.close();
    expect(await gateway.send(message)).toEqual({ status: 'failed-temporary', reason: 'sender-closed' });
  });
});

describe('the address of the gateway', () => {
  it.each(['http://sms.example.org/send', 'http://127.evil.example/', 'ftp://127.0.0.1/'])(
    'may not be %s',
    (unsafe) => {
      expect(() => new HttpGatewaySender({ url: unsafe, token: 't' })).toThrow(UnsafeGatewayError);
    },
  );

  it.each(['https://sms.example.org/send', 'http://localhost:8080/', 'http://[::1]:8080/'])('may be %s', (safe) => {
    expect(new HttpGatewaySender({ url: safe, token: 't' })).toBeInstanceOf(HttpGatewaySender);
  });
});
