import { useState } from 'preact/hooks';
import type { FeedbackView } from '@app/contracts/http/feedback.js';
import { retention } from '@app/domain/kernel/retention.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { lock, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

function Message({ entry, busy, onRemove }: { entry: FeedbackView; busy: boolean; onRemove: () => void }) {
  const texts = nlOrganisers.readFeedback;
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <h2 class="utrecht-heading-3">{t.openness.feedback.subjects[entry.subject]}</h2>
      <p class="zb-soft zb-small">{fullDayText(wallTimeOf(Date.parse(entry.sentAt)).day)}</p>
      <p class="zb-prose">{entry.text}</p>
      <div class="zb-row">
        {entry.email === null ? null : (
          <ActionLink
            kind="secondary-action"
            href={`mailto:${encodeURIComponent(entry.email)}?subject=${encodeURIComponent(texts.replySubject)}`}
          >
            {texts.reply}
          </ActionLink>
        )}
        <ActionButton kind="plain" busy={busy} onPress={onRemove}>
          {texts.remove}
        </ActionButton>
      </div>
    </li>
  );
}

function List() {
  const texts = nlOrganisers.readFeedback;
  const { data, failure, reload } = useLoaded('feedback', () => call('listFeedback'));
  const command = useCommand();
  const [removed, setRemoved] = useState(false);
  const remove = async (id: string): Promise<void> => {
    setRemoved(false);
    const done = await command.run(() => call('removeFeedback', { id }));
    if (done === undefined) return;
    setRemoved(true);
    reload();
  };
  if (failure?.code === 'not-allowed') {
    return (
      <StateCard drawing={lock} title={texts.notForYou} text={texts.notForYouText}>
        <ActionLink kind="secondary-action" href="/uw-mening">
          {t.openness.feedback.title}
        </ActionLink>
      </StateCard>
    );
  }
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <div class="zb-flow zb-measure">
      <p>{texts.lead}</p>
      <p class="zb-soft">{texts.kept(t.openness.privacy.days(retention.feedbackDays))}</p>
      <CommandFailure failure={command.failure} />
      <p role="status">{removed ? texts.removed : ''}</p>
      {data.feedback.length === 0 ? (
        <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list">
          {data.feedback.map((entry) => (
            <Message key={entry.id} entry={entry} busy={command.busy} onRemove={() => void remove(entry.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What people wrote about the site, for who runs it. */
export default function ReadFeedbackScreen() {
  usePage(nlOrganisers.readFeedback.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/uw-mening">{t.openness.feedback.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{nlOrganisers.readFeedback.title}</h1>
        </div>
        <List />
      </div>
    </SignedInOnly>
  );
}
