import type { Attachment } from '@app/platform/mail/sender.js';
import { htmlForm } from './html-form.js';
import type { LetterDraft } from './letter-block.js';
import { oneLine, safeUrl } from './plain-text.js';
import type { Letter } from './template-data.js';
import { wordsIn } from './words/letter-words.js';
import { textForm, type LetterEnvelope } from './text-form.js';

/** Gives a draft all its forms. */
export function finishLetter(
  draft: LetterDraft,
  envelope: LetterEnvelope,
  attachments: readonly Attachment[] = [],
): Letter {
  const preview = oneLine(draft.preview);
  return {
    language: envelope.language,
    subject: shorten(oneLine(draft.subject), 120),
    text: textForm(draft, envelope),
    html: htmlForm(draft, envelope),
    sms: smsForm(draft, preview, envelope),
    voice: voiceForm(draft, preview, envelope),
    inbox: preview,
    url: draft.smsUrl === null ? null : (safeUrl(draft.smsUrl) ?? null),
    attachments,
    headers: stopHeaders(draft, envelope),
    replyTo: draft.replyTo ?? null,
  };
}

function stopHeaders({ stopUrl }: LetterDraft, { settingsUrl }: LetterEnvelope): Letter['headers'] {
  const atOnce = stopUrl === undefined ? undefined : safeUrl(stopUrl);
  if (atOnce !== undefined)
    return { 'List-Unsubscribe': `<${atOnce}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  const settings = settingsUrl === null ? undefined : safeUrl(settingsUrl);
  return settings === undefined ? {} : { 'List-Unsubscribe': `<${settings}>` };
}

function shorten(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

function smsForm({ smsUrl }: LetterDraft, preview: string, { isExample, language }: LetterEnvelope): string {
  const url = smsUrl === null ? undefined : safeUrl(smsUrl);
  return [
    ...(isExample ? [wordsIn(language).envelope.example] : []),
    preview,
    ...(url === undefined ? [] : [url]),
  ].join(' ');
}

/** Digits apart, so that a voice reads a number as people say it. */
function spoken(phone: string): string {
  return Array.from(phone.replace(/[^0-9]/g, '')).join(' ');
}

function voiceForm({ call }: LetterDraft, preview: string, { isExample, language }: LetterEnvelope): string {
  const say = wordsIn(language).envelope;
  return [
    say.spokenFrom,
    ...(isExample ? [say.spokenExample] : []),
    preview,
    ...(call === null ? [] : [say.spokenCall(oneLine(call.givenName), spoken(call.phone))]),
  ].join(' ');
}
