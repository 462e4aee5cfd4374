import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMessage } from './sender.js';

/** Why a message cannot become a mail. Nothing of it has left yet. */
export type MailFault = 'invalid-message' | 'invalid-recipient';

const oneAddress = /^[^\s<>",;:@()[\]\\\u0000-\u001f\u007f]+@[^\s<>",;:@()[\]\\\u0000-\u001f\u007f]+$/;
const messageIdShape = /^[A-Za-z0-9._-]{1,120}(@[A-Za-z0-9.-]{1,120})?$/;
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const breaksLines = /[\r\n\0]/;
/** Set by the sender itself; a message that names them has been tampered with. */
const ownHeaders = new Set(['from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'reply-to', 'return-path']);

/**
 * A message as nodemailer wants it, or why it is refused. Refusing is safer than cleaning: whoever puts a line break in
 * a header meant to add another one.
 */
export function outgoingMail(message: OutgoingMessage, from: string, host: string): SendMailOptions | MailFault {
  if (!oneAddress.test(message.to)) return 'invalid-recipient';
  if (message.replyTo !== undefined && !oneAddress.test(message.replyTo)) return 'invalid-message';
  const headers = Object.entries(message.headers ?? {});
  const texts = [message.subject, ...headers.map(([, value]) => value), ...attachmentTexts(message)];
  const names = headers.map(([name]) => name);
  if (
    !messageIdShape.test(message.messageId) ||
    texts.some((text) => breaksLines.test(text)) ||
    names.some((name) => !headerName.test(name) || ownHeaders.has(name.toLowerCase()))
  ) {
    return 'invalid-message';
  }
  const id = message.messageId.includes('@') ? message.messageId : `${message.messageId}@${host}`;
  return {
    from,
    to: { name: '', address: message.to },
    ...(message.replyTo !== undefined && { replyTo: { name: '', address: message.replyTo } }),
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${id}>`,
    // So that holiday replies do not come back to us. Prepared values are not folded: a folded link is a broken link.
    headers: Object.fromEntries(
      [['Auto-Submitted', 'auto-generated'] as const, ...headers].map(([name, value]) => [
        name,
        { prepared: true, value },
      ]),
    ),
    attachments: (message.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function attachmentTexts({ attachments = [] }: OutgoingMessage): string[] {
  return attachments.flatMap(({ filename, contentType }) => [filename, contentType]);
}

/** The host after the @ of the sender's address, for Message-IDs. */
export function hostOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';
}
