import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailSink } from './mail-sink.js';
import type { OutgoingMessage } from './sender.js';
import { SmtpSender, type SmtpSenderOptions } from './smtp-sender.js';
import { bareServer, scriptedServer, smtpError, type TestServer } from './smtp-servers.testing.js';

const message: OutgoingMessage = {
  messageId: 'notification-1',
  to: 'wim@example.invalid',
  subject: 'Anja vraagt u: wilt u de hond uitlaten?',
  text: 'Dag Wim,\n\nAnja vraagt u iets. Eén keer.',
  html: '<p>Dag Wim,</p><p>Anja vraagt u iets. Eén keer.</p>',
};
const from = 'Zorgzame Buurten <noreply@zorgzamebuurten.invalid>';

let sink: MailSink;
const open: SmtpSender[] = [];
const servers: TestServer[] = [];

function sender(options: Partial<SmtpSenderOptions> = {}): SmtpSender {
  const made = new SmtpSender({ url: sink.url, from, drainTimeout: 100, ...options });
  open.push(made);
  return made;
}

/** The address of a server that stops after the test. */
async function at(starting: Promise<TestServer>): Promise<string> {
  const server = await starting;
  servers.push(server);
  return server.url;
}

beforeEach(async () => {
  sink = new MailSink();
  await sink.start();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
  for (const server of servers.splice(0)) await server.stop();
  await sink.stop();
});

describe('what arrives', () => {
  it('is the message, under the name it was given', async () => {
    expect(await sender().send(message)).toEqual({ status: 'sent' });
    const [mail] = sink.list();
    expect(mail).toMatchObject({ to: message.to, subject: message.subject });
    expect(mail?.text.trim()).toBe(message.text);
    expect(mail?.html.trim()).toBe(message.html);
    expect(mail?.headers['message-id']).toBe('<notification-1@zorgzamebuurten.invalid>');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
  });

  it('keeps the same Message-ID in a second attempt', async () => {
    const smtp = sender();
    await smtp.send(message);
    await smtp.send(message);
    expect(new Set(sink.list().map(({ headers }) => headers['message-id'])).size).toBe(1);
  });

  it('carries the way to stop whole, however long the link', async () => {
    const url = `<https://example.invalid/stop/${'a'.repeat(200)}>`;
    await sender().send({
      ...message,
      headers: { 'List-Unsubscribe': url, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    expect(sink.list()[0]?.headers).toMatchObject({
      'list-unsubscribe': url,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });

  it('carries an appointment with its content type', async () => {
    const content = 'BEGIN:VCALENDAR\nEND:VCALENDAR\n';
    const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
    await sender().send({ ...message, attachments: [{ filename: 'afspraak.ics', contentType, content }] });
    expect(sink.list()[0]?.attachments).toEqual([{ filename: 'afspraak.ics', contentType: 'text/calendar', content }]);
  });

  it('goes out over a few connections however many there are', async () => {
    const smtp = sender({ maxConnections: 2 });
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) => smtp.send({ ...message, messageId: `n-${String(index)}` })),
    );
    expect(results.filter(({ status }) => status === 'sent')).toHaveLength(30);
    expect(new Set(sink.list().map(({ headers }) => headers['message-id'])).size).toBe(30);
  });
});

describe('a refusal', () => {
  it('with 4xx is for now', async () => {
    sink.behave({ failWith: 451 });
    expect(await sender().send(message)).toEqual({ status: 'failed-temporary', reason: 'refused-for-now' });
  });

  it('with 5xx is for ever', async () => {
    sink.behave({ failWith: 554 });
    expect(await sender().send(message)).toEqual({ status: 'failed-permanent', reason: 'refused' });
  });

  it('of the address is for ever, and is called that', async () => {
    const url = await at(scriptedServer({ onRcptTo: (_address, _session, callback) => callback(smtpError(550)) }));
    expect(await sender({ url }).send(message)).toEqual({ status: 'failed-permanent', reason: 'invalid-recipient' });
  });

  it('of the address for now is greylisting, and worth another attempt', async () => {
    const url = await at(scriptedServer({ onRcptTo: (_address, _session, callback) => callback(smtpError(450)) }));
    expect(await sender({ url }).send(message)).toEqual({ status: 'failed-temporary', reason: 'refused-for-now' });
  });

  it('of every connection says nothing about the message', async () => {
    const url = await at(scriptedServer({ onConnect: (_session, callback) => callback(smtpError(554)) }));
    expect(await sender({ url }).send(message)).toEqual({ status: 'failed-temporary', reason: 'refused-for-now' });
  });

  it('of our password says nothing about the message', async () => {
    const url = await at(
      scriptedServer({
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        authOptional: false,
        onAuth: (_auth, _session, callback) => callback(smtpError(535)),
      }),
    );
    const withPassword = url.replace('//', '//user:secret@');
    expect(await sender({ url: withPassword }).send(message)).toEqual({
      status: 'failed-temporary',
      reason: 'sign-in-failed',
    });
  });

  it('leaves the connection fit for the next message', async () => {
    const smtp = sender({ maxConnections: 1 });
    sink.behave({ failWith: 554 });
    await smtp.send(message);
    sink.behave();
    expect(await smtp.send({ ...message, messageId: 'next' })).toEqual({ status: 'sent' });
  });
});

describe('silence', () => {
  it('before the message was handed over is a time-out', async () => {
    const url = await at(bareServer(() => undefined));
    expect(await sender({ url, greetingTimeout: 60 }).send(message)).toEqual({
      status: 'failed-temporary',
      reason: 'timeout',
    });
  });

  it('in the middle of the greetings is a time-out too', async () => {
    const url = await at(bareServer((socket) => socket.write('220 hello\r\n')));
    expect(await sender({ url, totalTimeout: 80 }).send(message)).toEqual({
      status: 'failed-temporary',
      reason: 'timeout',
    });
  });

  it('after the message was handed over proves nothing', async () => {
    sink.behave({ silent: true });
    expect(await sender({ totalTimeout: 1_000 }).send(message)).toEqual({
      status: 'unknown',
      reason: 'no-answer-after-data',
    });
  });

  it('of the socket after the message was handed over proves nothing either', async () => {
    const smtp = sender({ maxConnections: 1, socketTimeout: 1_000 });
    await smtp.send(message);
    sink.behave({ silent: true });
    expect(await smtp.send(message)).toEqual({ status: 'unknown', reason: 'no-answer-after-data' });
  });

  it('of one message does not hold up those on other connections', async () => {
    let firstIsTaken = (): void => undefined;
    const taken = new Promise<void>((resolve) => {
      firstIsTaken = resolve;
    });
    let count = 0;
    const url = await at(
      scriptedServer({
        onData: (stream, _session, callback) => {
          count += 1;
          const mayAnswer = count > 1;
          stream.resume();
          stream.on('end', () => (mayAnswer ? callback() : firstIsTaken()));
        },
      }),
    );
    const smtp = sender({ url, maxConnections: 2 });
    const stuck = smtp.send(message);
    await taken;
    expect(await smtp.send({ ...message, messageId: 'other' })).toEqual({ status: 'sent' });
    await smtp.close();
    expect((await stuck).status).toBe('unknown');
  });
});

describe('a line that breaks', () => {
  it('after the message was taken leaves it unknown, though it arrived', async () => {
    sink.behave({ cutAfterData: true });
    expect(await sender().send(message)).toEqual({ status: 'unknown', reason: 'connection-lost-after-data' });
    expect(sink.list()).toHaveLength(1);
  });

  it('before the greeting is a failed connection', async () => {
    const url = await at(bareServer((socket) => socket.destroy()));
    expect(await sender({ url }).send(message)).toEqual({ status: 'failed-temporary', reason: 'connection-failed' });
  });

  it('because nobody listens is a failed connection', async () => {
    const gone = new MailSink();
    await gone.start();
    const { url } = gone;
    await gone.stop();
    expect(await sender({ url }).send(message)).toEqual({ status: 'failed-temporary', reason: 'connection-failed' });
  });

  it('between two messages is not noticed by the second', async () => {
    const smtp = sender({ maxConnections: 1 });
    await smtp.send(message);
    const port = Number(new URL(sink.url).port);
    await sink.stop();
    sink = new MailSink({ port });
    await sink.start();
    expect(await smtp.send({ ...message, messageId: 'second' })).toEqual({ status: 'sent' });
  });
});

it('takes nothing more once closed', async () => {
  const smtp = sender();
  await smtp.close();
  expect(await smtp.send(message)).toEqual({ status: 'failed-temporary', reason: 'sender-closed' });
});

it('lets messages under way finish when it closes', async () => {
  const smtp = sender({ drainTimeout: 5_000 });
  sink.behave({ delayMs: 100 });
  const sending = smtp.send(message);
  await smtp.close();
  expect(await sending).toEqual({ status: 'sent' });
});
