import { useEffect, useRef } from 'preact/hooks';
import type { ConversationView, MessageView } from '@app/contracts/http/conversations.js';
import { t } from '../../messages/texts.js';
import { shortMomentText } from '../../time/time-texts.js';

/** `14:16 uur`, how it came, and whether the other has read it. */
function noteOf({ mine, number, sentAt, byMail }: MessageView, { readByOther }: ConversationView, now: number): string {
  return [
    shortMomentText(Date.parse(sentAt), now),
    ...(byMail ? [t.conversation.byMail] : []),
    ...(mine && number <= readByOther ? [t.conversation.read] : []),
  ].join(', ');
}

/** What both wrote. New lines stand below and are read out once; the list scrolls in its own place. */
export function MessageList({ conversation, now }: { conversation: ConversationView; now: number }) {
  const { messages, otherGivenName } = conversation;
  const log = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.number ?? 0;
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [last]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached with the keyboard.
    <div class="zb-log" role="log" aria-label={t.conversation.log} tabIndex={0} ref={log}>
      {messages.length === 0 ? <p class="zb-soft">{t.conversation.empty}</p> : null}
      {messages.length === 0 ? null : (
        <ol class="zb-chat">
          {messages.map((message) => (
            <li key={message.id} class={message.mine ? 'is-me' : undefined}>
              <strong>{message.mine ? t.conversation.you : otherGivenName}</strong>
              <p class={message.text === null ? 'zb-soft' : 'zb-prose'}>{message.text ?? t.conversation.gone}</p>
              <small>{noteOf(message, conversation, now)}</small>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
