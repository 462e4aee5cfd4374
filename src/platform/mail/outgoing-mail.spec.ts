import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailSink } from './mail-sink.js';
import type { OutgoingMessage } from './sender.js';
import { SmtpSender } from './smtp-sender.js';

const message: OutgoingMessage = {
  messageId: 'notification-1',
  to: 'wim@example.invalid',
  subject: 'Een vraag',
  text: 'Dag Wim',
  html: '<p>Dag Wim</p>',
};

let sink: MailSink;
let smtp: SmtpSender;

beforeEach(async () => {
  sink = new MailSink();
  await sink.start();
  smtp = new SmtpSender({ url: sink.url, from: 'noreply@example.invalid' });
});
afterEach(async () => {
  await smtp.close();
  await sink.stop();
});

describe('tampering', () => {
  it.each([
    ['a line break in the subject', { subject: 'Hallo\r\nBcc: eve@example.invalid' }],
    ['a line break in a header', { headers: { 'X-Note': 'a\nBcc: eve@example.invalid' } }],
    ['a line break in the name of a header', { headers: { 'X-A\r\nBcc': 'eve@example.invalid' } }],
    ['another recipient by a header', { headers: { Bcc: 'eve@example.invalid' } }],
    ['a line break in the Message-ID', { messageId: 'a\r\nBcc: eve@example.invalid' }],
    ['a line break in a file name', { attachments: [{ filename: 'a\r\nb', contentType: 'text/plain', content: '' }] }],
    [
      'a line break in a content type',
      { attachments: [{ filename: 'a', contentType: 'text/plain\r\nX: y', content: '' }] },
    ],
  ])('by %s is refused and nothing leaves', async (_what, change: Partial<OutgoingMessage>) => {
    expect(await smtp.send({ ...message, ...change })).toEqual({
      status: 'failed-permanent',
      reason: 'invalid-message',
    });
    expect(sink.received).toBe(0);
  });

  it.each(['wim@example.invalid, eve@example.invalid', 'wim@example.invalid\r\nRCPT TO:<eve@x.invalid>', 'nobody', ''])(
    'by the address %j is refused and nothing leaves',
    async (to) => {
      expect(await smtp.send({ ...message, to })).toEqual({
        status: 'failed-permanent',
        reason: 'invalid-recipient',
      });
      expect(sink.received).toBe(0);
    },
  );

  it('by the text stays text', async () => {
    await smtp.send({
      ...message,
      text: 'Een\r\n.\r\nMAIL FROM:<eve@example.invalid>\r\nBcc: eve@example.invalid',
    });
    expect(sink.received).toBe(1);
    expect(sink.list()[0]?.headers).not.toHaveProperty('bcc');
    expect(sink.list()[0]?.text).toContain('MAIL FROM:<eve@example.invalid>');
  });
});
