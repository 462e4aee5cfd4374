import type { OwnTrust as Known } from '@app/contracts/http/trust.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { dateText } from '../../time/time-texts.js';
import { RightsHead } from '../rights/rights-head.js';

const texts = t.trust.own;
const dayOf = (instant: string): string => dateText(wallTimeOf(Date.parse(instant)).day);

function Facts({ known, now }: { known: Known; now: number }) {
  const { vouchings, vog } = known;
  if (vouchings.length === 0 && vog === null) return <p>{texts.nothing}</p>;
  const over = vog !== null && vog.expiresOn <= wallTimeOf(now).day;
  return (
    <ul class="zb-flow zb-flow--xs">
      {vouchings.map(({ organisationName, at }) => (
        <li key={at}>{texts.vouched(organisationName, dayOf(at))}</li>
      ))}
      {vog === null ? null : (
        <li>
          {texts.vog(vog.organisationName, dayOf(vog.checkedAt))}{' '}
          {(over ? texts.vogOver : texts.vogUntil)(dateText(vog.expiresOn))} {texts.vogWhat}
        </li>
      )}
    </ul>
  );
}

/** What organisations noted about how well they know this person. */
export function OwnTrust() {
  const { data, failure, reload } = useLoaded('own-trust', () => call('getOwnTrust'));
  const now = useNow();
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={texts.title} lead={texts.lead} />
      <p>
        {texts.level}: <Badge kind={data.level === 'none' ? 'neutral' : 'safe'}>{t.trust.levels[data.level]}</Badge>
      </p>
      <Facts known={data} now={now} />
      <p>
        <ActionLink kind="secondary-action" href="/borg">
          {texts.card}
        </ActionLink>
      </p>
      <p class="zb-soft zb-small">{texts.wrong}</p>
    </div>
  );
}
