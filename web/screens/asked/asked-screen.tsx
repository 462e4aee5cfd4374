import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { AskView } from '@app/contracts/http/asks.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { AskCard } from './ask-card.js';
import { WhyNot } from './why-not.js';

function Asks({ asks, onGone }: { asks: readonly AskView[]; onGone: (id: string, said: 'yes' | 'no') => void }) {
  if (asks.length === 0) {
    return (
      <StateCard drawing={moodSmile} title={t.asked.empty} text={t.asked.emptyText}>
        <ActionLink kind="secondary-action" href="/hulpvragen">
          {t.asked.look}
        </ActionLink>
      </StateCard>
    );
  }
  return (
    <div class="zb-flow zb-flow--l">
      {asks.map((ask) => (
        <AskCard key={ask.id} ask={ask} onAnswered={(said) => onGone(ask.id, said)} />
      ))}
    </div>
  );
}

function Content() {
  const { route } = useLocation();
  const [refused, setRefused] = useState<AskView | undefined>(undefined);
  const { data, failure, reload } = useLoaded('asks', () => call('listAsks', { query: { status: 'pending' } }));
  useHints('ask.changed', reload, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const gone = (id: string, said: 'yes' | 'no'): void => {
    const helped = data.asks.find((ask) => ask.id === id)?.helpRequestId;
    if (said === 'yes' && helped !== undefined) return route(`/afspraken/${helped}`);
    setRefused(data.asks.find((ask) => ask.id === id));
    reload();
  };
  return (
    <>
      <div role="status">
        {refused !== undefined ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>
              <strong>{t.asked.thanksNo}.</strong> {t.asked.thanksNoText}
            </p>
          </Alert>
        ) : null}
      </div>
      {refused === undefined ? null : <WhyNot key={refused.id} ask={refused} />}
      <Asks asks={data.asks} onGone={gone} />
      <p>
        <ActionLink kind="subtle" href="/bereid">
          {t.asked.other}
        </ActionLink>
      </p>
    </>
  );
}

/** What neighbours ask this person now. */
export default function AskedScreen() {
  usePage(t.asked.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-ask zb-flow zb-flow--l">
          <h1 class="utrecht-heading-1">{t.asked.title}</h1>
          <Content />
        </div>
      </div>
    </SignedInOnly>
  );
}
