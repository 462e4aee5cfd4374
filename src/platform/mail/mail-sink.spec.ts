import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailSink, type ReceivedMail } from './mail-sink.js';
import type { OutgoingMessage } from './sender.js';
import { SmtpSender } from './smtp-sender.js';

let sink: MailSink;
let smtp: SmtpSender;
const at = Date.parse('2026-11-24T13:15:00Z');

function mail(id: string, to = 'anja@example.invalid'): OutgoingMessage {
  return { messageId: id, to, subject: `Bericht ${id}`, text: `Tekst ${id}`, html: `<p>Tekst ${id}</p>` };
}

beforeEach(async () => {
  sink = new MailSink({ capacity: 3, now: () => at });
  await sink.start();
  smtp = new SmtpSender({ url: sink.url, from: 'noreply@example.invalid' });
});
afterEach(async () => {
  await smtp.close();
  await sink.stop();
});

describe('the mail sink', () => {
  it('listens on this machine only', () => {
    expect(sink.url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
  });

  it('shows the latest first, with the time it came', async () => {
    for (const id of ['a', 'b']) await smtp.send(mail(id));
    expect(sink.list().map(({ subject }) => subject)).toEqual(['Bericht b', 'Bericht a']);
    expect(sink.list()[0]?.receivedAt).toBe('2026-11-24T13:15:00.000Z');
  });

  it('filters by recipient, without looking at capitals', async () => {
    await smtp.send(mail('a'));
    await smtp.send(mail('b', 'wim@example.invalid'));
    expect(sink.list({ to: ' Wim@Example.invalid ' }).map(({ subject }) => subject)).toEqual(['Bericht b']);
    expect(sink.list({ to: 'eve@example.invalid' })).toEqual([]);
  });

  it('drops the oldest beyond its capacity and still knows how many came', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await smtp.send(mail(id));
    expect(sink.list().map(({ subject }) => subject)).toEqual(['Bericht d', 'Bericht c', 'Bericht b']);
    expect(sink.received).toBe(4);
    expect(sink.find(1)).toBeUndefined();
    expect(sink.find(4)?.subject).toBe('Bericht d');
  });

  it('tells who listens, at once', async () => {
    const seen: ReceivedMail[] = [];
    sink.on('message', (received) => seen.push(received));
    await smtp.send(mail('a'));
    expect(seen.map(({ subject }) => subject)).toEqual(['Bericht a']);
  });

  it('misbehaves until told to behave', async () => {
    sink.behave({ failWith: 421 });
    expect((await smtp.send(mail('a'))).status).toBe('failed-temporary');
    expect(sink.received).toBe(0);
    sink.behave();
    expect((await smtp.send(mail('a'))).status).toBe('sent');
  });

  it('forgets on request, and never gives an id twice', async () => {
    await smtp.send(mail('a'));
    sink.clear();
    expect(sink.list()).toEqual([]);
    await smtp.send(mail('b'));
    expect(sink.list()[0]?.id).toBe(2);
  });
});
