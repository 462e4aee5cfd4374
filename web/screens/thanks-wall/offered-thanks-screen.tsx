import { useState } from 'preact/hooks';
import type { OfferedThanks } from '@app/contracts/http/thanks-wall.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, heartHandshake } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { FlagsNote } from '../safety/flags-note.js';

const texts = nlOrganisers.offeredThanks;

interface WordsProps {
  readonly offered: OfferedThanks;
  readonly busy: boolean;
  readonly onDecide: (show: boolean) => void;
}

function Words({ offered: { text, status, offeredAt, flags, named }, busy, onDecide }: WordsProps) {
  const waits = status === 'waiting';
  // Read out on its own, a button says which words it is about.
  const which = <span class="zb-hidden">: {text.slice(0, 60)}</span>;
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <p>
        <Badge kind={waits ? 'active' : 'safe'}>{waits ? texts.waiting : texts.shown}</Badge>
      </p>
      <blockquote class="zb-quote zb-prose">{text}</blockquote>
      <p class="zb-soft zb-small">{texts.sentOn(fullDayText(wallTimeOf(Date.parse(offeredAt)).day))}</p>
      {named ? <p>{texts.named}</p> : null}
      <FlagsNote flags={flags} />
      <div class="zb-row">
        {waits && !named ? (
          <ActionButton sizes={['dense']} busy={busy} onPress={() => onDecide(true)}>
            {texts.show}
            {which}
          </ActionButton>
        ) : null}
        <ActionButton kind="plain" sizes={['dense']} busy={busy} onPress={() => onDecide(false)}>
          {waits ? texts.refuse : texts.takeOff}
          {which}
        </ActionButton>
      </div>
    </li>
  );
}

function List() {
  const { data, failure, reload } = useLoaded('offered-thanks', () => call('listOfferedThanks'));
  useHints('work.changed', reload, reload);
  const command = useCommand();
  const [told, setTold] = useState('');
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const decide = async (id: string, show: boolean): Promise<void> => {
    setTold('');
    const done = await command.run(() => call('decideOfferedThanks', { id, body: { show } }));
    if (done !== undefined) setTold(show ? texts.isShown : texts.isRefused);
    reload();
  };
  return (
    <div class="zb-flow">
      <CommandFailure failure={command.failure} />
      <div role="status">
        {told === '' ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{told}</p>
          </Alert>
        )}
      </div>
      {data.thanks.length === 0 ? (
        <StateCard drawing={heartHandshake} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list">
          {data.thanks.map((offered) => (
            <Words
              key={offered.id}
              offered={offered}
              busy={command.busy}
              onDecide={(show) => void decide(offered.id, show)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Words that people offered for the wall of thanks, for who looks at them first. */
export default function OfferedThanksScreen() {
  usePage(texts.title);
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{texts.toList}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
          <p>
            <TextLink href="/bedankt">{texts.toWall}</TextLink>
          </p>
        </div>
        <List />
      </div>
    </OrganisersOnly>
  );
}
