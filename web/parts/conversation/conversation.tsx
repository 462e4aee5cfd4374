import { t } from '../../messages/texts.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { FailureCard } from '../failure-card.js';
import { Loading } from '../loading.js';
import { MessageList } from './message-list.js';
import { useConversation } from './use-conversation.js';
import { WriteMessage } from './write-message.js';

/** When the words go, in words. */
function keptText(removedAt: string | null): string {
  return removedAt === null
    ? t.conversation.kept
    : t.conversation.keptUntil(fullDayText(wallTimeOf(Date.parse(removedAt)).day));
}

/** The messages between the two sides of one agreement, with a place to write. */
export function Conversation({ id, now }: { id: string; now: number }) {
  const { conversation, failure, reload, busy, unsent, send } = useConversation(id);
  if (conversation === undefined) {
    // Where there is no conversation there is nothing to miss: the telephone numbers stand above.
    if (failure?.code === 'not-found') return null;
    return failure === undefined ? <Loading /> : <FailureCard failure={failure} onRetry={reload} />;
  }
  const { otherGivenName: name, removedAt, mayWrite } = conversation;
  const heading = `berichten-${id}`;
  return (
    <section class="zb-card zb-flow" id="berichten" aria-labelledby={heading}>
      <h2 class="utrecht-heading-2" id={heading}>
        {name === '' ? t.conversation.titleWithoutName : t.conversation.title(name)}
      </h2>
      <MessageList conversation={conversation} now={now} />
      {mayWrite ? <WriteMessage id={id} busy={busy} unsent={unsent} send={send} /> : <p>{t.conversation.closed}</p>}
      <p class="zb-small zb-soft">
        {t.conversation.private} {keptText(removedAt)}
      </p>
    </section>
  );
}
