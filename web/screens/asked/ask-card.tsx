import { useState } from 'preact/hooks';
import type { AskView } from '@app/contracts/http/asks.js';
import { call } from '../../api/call.js';
import { locale } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { Icon } from '../../parts/icon.js';
import { check, clock, heartHandshake, hourglass, mapPin } from '../../parts/icons.js';
import { KeyValues } from '../../parts/key-values.js';
import { StateCard } from '../../parts/state-card.js';
import { TakenCard } from '../../parts/taken-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { places } from '../../places/places.js';
import { KeepApart } from '../safety/keep-apart.js';
import { capital, durationText, shortMomentText, windowText } from '../../time/time-texts.js';

interface AskCardProps {
  readonly ask: AskView;
  readonly onAnswered: (said: 'yes' | 'no') => void;
}

function Facts({ ask, now }: { ask: AskView; now: number }) {
  const { request } = ask;
  const where = places.value?.neighbourhoods.find(({ code }) => code === request.neighbourhoodCode)?.name ?? '';
  return (
    <KeyValues
      items={[
        {
          icon: <Icon drawing={clock} />,
          label: t.request.when,
          value: capital(windowText(request.window, request.urgency, now)),
        },
        {
          icon: <Icon drawing={hourglass} />,
          label: t.request.long,
          value: t.request.about(durationText(request.expectedMinutes)),
        },
        { icon: <Icon drawing={mapPin} />, label: t.request.where, value: where },
      ]}
    />
  );
}

function Why({ ask }: { ask: AskView }) {
  return (
    <section class="zb-why zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3">{t.asked.why}</h3>
      <ul class="zb-ticks">
        {ask.reasons.map((reason) => (
          <li key={reason}>
            <Icon drawing={check} />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One ask with why it came to you; yes and no are equally large. */
export function AskCard({ ask, onAnswered }: AskCardProps) {
  const now = useNow();
  const { busy, failure, run } = useCommand();
  const [waitlisted, setWaitlisted] = useState(false);
  const { request } = ask;
  const answer = async (said: 'yes' | 'no', waitlist = false): Promise<void> => {
    const body = waitlist ? { answer: said, waitlist } : { answer: said };
    const done = await run(() => call('answerAsk', { id: ask.id, body }));
    if (done?.data.status === 'waitlisted') setWaitlisted(true);
    else if (done !== undefined) onAnswered(said);
  };
  if (waitlisted) {
    return <StateCard drawing={heartHandshake} title={t.board.offer.waitlisted} text={t.board.offer.waitlistedText} />;
  }
  if (failure?.code === 'already-matched' && failure.waitlist) {
    return <TakenCard busy={busy} onReserve={() => void answer('yes', true)} />;
  }
  return (
    <article class="zb-card zb-flow">
      {request.urgency === 'acute' ? (
        <p>
          <Badge kind="danger">{t.request.acute}</Badge>
        </p>
      ) : null}
      <h2 class="utrecht-heading-2">
        {t.asked.asks(request.givenName, t.categories.names[request.category].title.toLocaleLowerCase(locale))}
      </h2>
      <blockquote class="zb-quote zb-prose">{request.summary}</blockquote>
      <Facts ask={ask} now={now} />
      <CommandFailure failure={failure} />
      <div class="zb-flow zb-flow--s">
        <ActionButton sizes={['big', 'block']} busy={busy} onPress={() => void answer('yes')}>
          <Icon drawing={check} />
          {t.asked.yes}
        </ActionButton>
        <ActionButton kind="plain" sizes={['big', 'block']} busy={busy} onPress={() => void answer('no')}>
          {t.asked.no}
        </ActionButton>
        <p class="zb-soft">{t.asked.free}</p>
      </div>
      <Why ask={ask} />
      <p>{t.asked.until(shortMomentText(Date.parse(ask.expiresAt), now))}</p>
      <KeepApart encounter={{ askId: ask.id }} name={request.givenName} onDone={() => onAnswered('no')} />
    </article>
  );
}
