import { describe, expect, it } from '@jest/globals';
import { messageIdOf, readReply, sameMailbox } from './read-reply.js';

function mail(headers: readonly string[], body = 'Goed zo.'): Buffer {
  return Buffer.from(['From: Jan <Jan@Buur.example>', ...headers, '', body].join('\r\n'));
}
const plain = 'Content-Type: text/plain; charset=utf-8';

describe('a mail that came in', () => {
  it('gives who it is from, and its words in the signs they were written in', async () => {
    const windows = Buffer.concat([mail(['Content-Type: text/plain; charset=windows-1252'], 'Caf'), Buffer.of(0xe9)]);
    expect(await readReply(windows)).toEqual({
      automatic: false,
      from: 'jan@buur.example',
      words: 'Café',
      hasFiles: false,
    });
    const quotedPrintable = mail(
      [plain, 'Content-Transfer-Encoding: quoted-printable'],
      'Ge=C3=ADnteresseerd, =\r\nja.',
    );
    expect((await readReply(quotedPrintable)).words).toBe('Geínteresseerd, ja.');
  });

  it('gives no sign that no message may hold', async () => {
    expect((await readReply(mail([plain], 'Ja\u0000\u0007, goed'))).words).toBe('Ja, goed');
  });

  it.each([
    '<div dir="ltr">Ja.<br>Tot zo</div><br><div class="gmail_quote gmail_quote_container"><div>Op di schreef</div></div>',
    '<p>Ja.</p><p>Tot zo</p><blockquote type="cite">Het bericht staat bij uw afspraak.</blockquote>',
    '<p>Ja.<br/>Tot zo</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Van:</b> Zorgzame Buurten</div>',
    '<style>p { color: red }</style><script>alert(1)</script><p>Ja.</p>Tot zo<div class="moz-cite-prefix">Op</div>',
  ])('in HTML alone gives what is read above the quote: %s', async (html) => {
    const { words } = await readReply(mail(['Content-Type: text/html; charset=utf-8'], html));
    expect(words.split(/\s*\n\s*/)).toEqual(['Ja.', 'Tot zo']);
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (rejected)',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'X-Autoreply: yes',
    'X-Autorespond: vakantie',
    'List-Id: <lijst.example>',
    'Return-Path: <>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
  ])('is by a program when it says so: %s', async (header) => {
    expect(await readReply(mail([header]))).toMatchObject({ automatic: true, words: '' });
  });

  it.each(['MAILER-DAEMON@buur.example', 'postmaster@buur.example', 'no-reply@buur.example', 'noreply+7@buur.example'])(
    'is by a program when %s sent it',
    async (from) => {
      expect((await readReply(Buffer.from(`From: ${from}\r\n\r\nx`))).automatic).toBe(true);
    },
  );

  it.each([plain, 'Auto-Submitted: no', 'Precedence: first-class', 'X-Mailer: noreply'])(
    'is by a person otherwise: %s',
    async (header) => {
      expect((await readReply(mail([header]))).automatic).toBe(false);
    },
  );

  it('names nobody when it names several, or none', async () => {
    expect((await readReply(Buffer.from('From: a@b.example, c@d.example\r\n\r\nx'))).from).not.toContain(',');
    expect((await readReply(Buffer.from('Subject: x\r\n\r\nx'))).from).toBe('');
  });
});

it('is known by the Message-ID of its headers, never by one in its words', () => {
  expect(messageIdOf(mail(['MESSAGE-ID: <a.1@b>']))).toBe('<a.1@b>');
  expect(messageIdOf(mail([plain], 'x\r\nMessage-ID: <a.1@b>'))).toBeUndefined();
  expect(messageIdOf(Buffer.alloc(0))).toBeUndefined();
});

it('knows a mailbox with capitals or a plus, and no other', () => {
  expect(sameMailbox('jan@buur.example', ' Jan+werk@Buur.example')).toBe(true);
  for (const other of ['jan@buur.example.org', 'j.an@buur.example', 'jan', ''])
    expect(sameMailbox('jan@buur.example', other)).toBe(false);
  expect(sameMailbox('', '')).toBe(false);
});
