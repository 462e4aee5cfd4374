import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import tlsOptions from 'smtp-server/lib/tls-options.js';
import { MailListener, type IncomingMail, type MailListenerOptions } from './mail-listener.js';

const known = 'antwoord+1@leusden.example';
const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function listener(options: Partial<MailListenerOptions> = {}, failing = false) {
  const taken: IncomingMail[] = [];
  const server = new MailListener(
    { host: '127.0.0.1', port: 0, ...options },
    {
      accepts: (address) => Promise.resolve(address.startsWith('antwoord+')),
      take: (mail) => {
        if (failing) return Promise.reject(new Error('the store quotes Geheimwoord'));
        taken.push(mail);
        return Promise.resolve();
      },
    },
  );
  await server.start();
  opened.push(() => server.stop());
  return { server, taken };
}

/** Talks to the server by hand. */
async function caller(port: number) {
  const socket: Socket = createConnection(port, '127.0.0.1');
  socket.on('error', () => undefined);
  opened.push(() => void socket.destroy());
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    for (;;) {
      const { value = '', done } = await lines.next();
      if (done === true || /^\d{3} /.test(value)) return value;
    }
  };
  await answer();
  const say = (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    return answer();
  };
  return { socket, say };
}

/** Up to where the mail itself is asked for. */
async function upToData({ say }: Awaited<ReturnType<typeof caller>>): Promise<void> {
  for (const line of ['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${known}>`]) await say(line);
  expect(await say('DATA')).toMatch(/^354/);
}

describe('the listener', () => {
  it('hands over the mail as it came, with its envelope', async () => {
    const { server, taken } = await listener();
    const client = await caller(server.port);
    await upToData(client);
    expect(await client.say('Subject: x\r\n\r\n..punt\r\n.')).toMatch(/^250/);
    expect(taken).toEqual([
      { recipients: [known], envelopeSender: 'a@b.example', raw: Buffer.from('Subject: x\r\n\r\n.punt\r\n') },
    ]);
  });

  it('says of a mail without a sender that it has none', async () => {
    const { server, taken } = await listener();
    const { say } = await caller(server.port);
    for (const line of ['EHLO x', 'MAIL FROM:<>', `RCPT TO:<${known}>`, 'DATA']) await say(line);
    await say('x\r\n.');
    expect(taken[0]?.envelopeSender).toBe('');
  });

  it('refuses what it does not know, and after five guesses the client itself', async () => {
    const { server } = await listener();
    const { say, socket } = await caller(server.port);
    await say('EHLO x');
    await say('MAIL FROM:<a@b.example>');
    for (let guess = 0; guess < 5; guess += 1) expect(await say(`RCPT TO:<gok${guess}@x.example>`)).toMatch(/^550/);
    expect(await say(`RCPT TO:<${known}>`)).toMatch(/^421/);
    await once(socket, 'close');
    expect(await (await caller(server.port)).say('EHLO x')).toMatch(/^250/);
  });

  it('takes a mail for five addresses at most, of one mebibyte at most, and signs nobody in', async () => {
    const { server, taken } = await listener();
    const { say } = await caller(server.port);
    await say('EHLO x');
    expect(await say('AUTH PLAIN AGEAYg==')).toMatch(/^5/);
    expect(await say('MAIL FROM:<a@b.example> SIZE=1048577')).toMatch(/^552/);
    await say('MAIL FROM:<a@b.example>');
    for (let one = 0; one < 5; one += 1) expect(await say(`RCPT TO:<antwoord+${one}@l.example>`)).toMatch(/^250/);
    expect(await say('RCPT TO:<antwoord+6@l.example>')).toMatch(/^452/);
    await say('DATA');
    expect(await say(`${'x'.repeat(998)}\r\n`.repeat(1_060) + '.')).toMatch(/^552/);
    expect(taken).toEqual([]);
  });

  it('says no more of a fault inside than that it passes', async () => {
    const { server } = await listener({}, true);
    const client = await caller(server.port);
    await upToData(client);
    const answer = await client.say('x\r\n.');
    expect(answer).toMatch(/^451/);
    expect(answer).not.toContain('Geheimwoord');
  });

  it('takes nothing of who hangs up halfway', async () => {
    const { server, taken } = await listener();
    const client = await caller(server.port);
    await upToData(client);
    client.socket.write('Subject: half');
    client.socket.destroy();
    const next = await caller(server.port);
    await upToData(next);
    await next.say('heel\r\n.');
    expect(taken.map(({ raw }) => raw.toString())).toEqual(['heel\r\n']);
  });

  it('ends the mail in hand when it stops, and takes no new client', async () => {
    const { server, taken } = await listener();
    const client = await caller(server.port);
    const { port } = server;
    await upToData(client);
    const stopped = server.stop();
    expect(await client.say('nog net\r\n.')).toMatch(/^250/);
    client.socket.end('QUIT\r\n');
    await stopped;
    expect(taken).toHaveLength(1);
    await expect(once(createConnection(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('offers STARTTLS with a certificate, and not without one', async () => {
    const { key, cert } = tlsOptions();
    const tls = { key: Buffer.from(key as string), cert: Buffer.from(cert as string) };
    const send = (port: number) =>
      createTransport({ host: '127.0.0.1', port, requireTLS: true, tls: { rejectUnauthorized: false } }).sendMail({
        from: 'a@b.example',
        to: known,
        text: 'versleuteld',
      });
    const secure = await listener({ tls });
    await send(secure.server.port);
    expect(secure.taken).toHaveLength(1);
    const open = await listener();
    await expect(send(open.server.port)).rejects.toThrow(/STARTTLS/i);
    expect(open.taken).toEqual([]);
  });
});
