import type { AskedWave } from '@app/contracts/http/asking.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { shortMomentText } from '../../time/time-texts.js';

const texts = nlOrganisers.asking.asked;

function Wave({ wave, now }: { wave: AskedWave; now: number }) {
  const near = wave.people.filter(({ givenName }) => givenName !== null);
  const elsewhere = wave.people.length - near.length;
  return (
    <li class="zb-flow zb-flow--2xs">
      <p>
        <strong>{texts.people(wave.people.length)}</strong>.{' '}
        {texts.around(shortMomentText(Date.parse(wave.askedAt), now))}.
      </p>
      {wave.why.length === 0 ? null : <p class="zb-small zb-soft">{wave.why.join(' ')}</p>}
      <ul class="zb-small">
        {near.map(({ givenName, why }, index) => (
          <li key={index}>
            <strong>{givenName}</strong>
            {why.length === 0 ? '' : `: ${why.join(' ')}`}
          </li>
        ))}
        {elsewhere === 0 ? null : <li>{texts.fromElsewhere(elsewhere)}</li>}
      </ul>
    </li>
  );
}

interface AskedPeopleProps {
  readonly helpRequestId: string;
  /** Version of the request, so that the list follows what happens to it. */
  readonly version: number;
  readonly now: number;
}

function Waves({ helpRequestId, version, now }: AskedPeopleProps) {
  const { data, failure, reload } = useLoaded(`${helpRequestId} ${version}`, () =>
    call('listRequestAsks', { id: helpRequestId }),
  );
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  if (data.waves.length === 0) return <p>{texts.nobody}</p>;
  return (
    <ol class="zb-list-plain zb-flow zb-flow--s">
      {data.waves.map((wave, index) => (
        <Wave key={index} wave={wave} now={now} />
      ))}
    </ol>
  );
}

/** Who was asked about a request, when and why, for its coordinator: read only when it is opened. */
export function AskedPeople(props: AskedPeopleProps) {
  return (
    <div class="zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3">{texts.title}</h3>
      <p class="zb-small zb-soft">{texts.lead}</p>
      <Waves {...props} />
      <p class="zb-small">
        <TextLink href="/hoe-kiest-het-systeem">{texts.how}</TextLink>
      </p>
    </div>
  );
}
