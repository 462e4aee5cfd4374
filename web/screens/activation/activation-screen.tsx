import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WillingSegment } from '@app/contracts/http/activation.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { CampaignList } from './campaign-list.js';
import { SegmentList } from './segment-list.js';
import { StreetCards } from './street-cards.js';
import { WriteLetter } from './write-letter.js';

const texts = nlOrganisers.activation;

/** What was done, a new one each time, also when the same is done again. */
interface Told {
  readonly text: string;
  /** What was pressed is gone, and nothing is left there that tells what came of it. */
  readonly goesThere: boolean;
}

function Done({ told }: { told: Told | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (told?.goesThere === true) place.current?.focus();
  }, [told]);
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {told === undefined ? null : (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{told.text}</p>
        </Alert>
      )}
    </div>
  );
}

function Organisation({ id, name, isOnly }: { id: string; name: string; isOnly: boolean }) {
  const { data, failure, reload } = useLoaded(id, () => call('getActivation', { id }));
  const [segment, setSegment] = useState<WillingSegment>();
  const [told, setTold] = useState<Told>();
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const finish = (text: string, goesThere: boolean): void => {
    setTold({ text, goesThere });
    setSegment(undefined);
    reload();
  };
  return (
    <div class="zb-flow zb-flow--l">
      {isOnly ? null : (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      <Done told={told} />
      {segment === undefined ? (
        <SegmentList
          view={data}
          onChoose={(chosen) => {
            setTold(undefined);
            setSegment(chosen);
          }}
        />
      ) : (
        <WriteLetter
          view={data}
          segment={segment}
          onStarted={() => finish(texts.started, true)}
          onBack={() => setSegment(undefined)}
        />
      )}
      <StreetCards associationId={id} />
      <CampaignList campaigns={data.campaigns} onStopped={() => finish(texts.stopped, false)} />
    </div>
  );
}

/** Write to who is willing: a group, a letter in own words, and afterwards whether it worked. */
export default function ActivationScreen() {
  usePage(texts.title);
  const mine = (me.value?.memberships ?? []).filter(({ role }) => role === 'coordinator' || role === 'desk');
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{nlOrganisers.workList.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        {mine.map(({ associationId, associationName }) =>
          associationId === null ? null : (
            <Organisation
              key={associationId}
              id={associationId}
              name={associationName ?? ''}
              isOnly={mine.length === 1}
            />
          ),
        )}
      </div>
    </OrganisersOnly>
  );
}
