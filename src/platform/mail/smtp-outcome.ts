import type { SendResult } from './sender.js';

/** What nodemailer says when it fails; the words are the mail server's and may hold an address. */
export interface SmtpFailure {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

const later = (reason: Extract<SendResult, { status: 'failed-temporary' }>['reason']): SendResult => ({
  status: 'failed-temporary',
  reason,
});
const never = (reason: Extract<SendResult, { status: 'failed-permanent' }>['reason']): SendResult => ({
  status: 'failed-permanent',
  reason,
});

/**
 * What a failed attempt means.
 * @param dataStarted whether the mail server had begun to take the message itself: from then on, silence proves nothing.
 */
export function outcomeOfFailure(failure: SmtpFailure, dataStarted: boolean): SendResult {
  const reply = typeof failure.responseCode === 'number' ? failure.responseCode : undefined;
  if (failure.code === 'EAUTH' || failure.code === 'ENOAUTH' || reply === 530) return later('sign-in-failed');
  if (reply !== undefined) return outcomeOfReply(reply, failure);
  switch (failure.code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return dataStarted ? { status: 'unknown', reason: 'no-answer-after-data' } : later('timeout');
    case 'EENVELOPE':
      return never('invalid-recipient');
    case 'EMESSAGE':
      return never('invalid-message');
    case 'EPROTOCOL':
      return dataStarted ? { status: 'unknown', reason: 'connection-lost-after-data' } : later('protocol-error');
    default:
      return dataStarted ? { status: 'unknown', reason: 'connection-lost-after-data' } : later('connection-failed');
  }
}

/** Only a refusal of this message counts for ever; a server that refuses every connection is down, not right. */
function outcomeOfReply(reply: number, { code, command }: SmtpFailure): SendResult {
  const aboutThisMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  // 503 says that the session got confused, not that the message is wrong.
  if (!aboutThisMessage || reply < 500 || reply === 503) return later('refused-for-now');
  return never(command === 'RCPT TO' ? 'invalid-recipient' : 'refused');
}
