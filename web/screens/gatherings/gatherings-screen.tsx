import { useLocation } from 'preact-iso';
import type { GatheringSummary } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { ofDutchWords } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { SelectField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { clock, coffee, mapPin } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { places } from '../../places/places.js';
import { me } from '../../session/session.js';
import { GatheringIcon } from './gathering-icon.js';
import { mineText, rhythmText, whenText } from './gathering-words.js';

const texts = t.gatherings;

function GatheringRow({ gathering, now }: { gathering: GatheringSummary; now: number }) {
  const { id, kind, title, place, neighbourhoodName, forWhom, organisationName, next } = gathering;
  const rhythm = rhythmText(gathering);
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <GatheringIcon kind={kind} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3" lang={ofDutchWords}>
          {title}
        </h3>
        {next.mine === null ? null : <Badge kind="safe">{mineText(next.mine)}</Badge>}
        {next.full && next.mine === null ? <Badge kind="neutral">{texts.full}</Badge> : null}
      </div>
      <p class="zb-item__meta">
        <span>
          <Icon drawing={clock} />
          {whenText(next, now)}
        </span>
        {rhythm === undefined ? null : <span>{rhythm}</span>}
        <span lang={ofDutchWords}>
          <Icon drawing={mapPin} />
          {place}, {neighbourhoodName}
        </span>
        <span>{texts.forWhom[forWhom]}</span>
        <span>{texts.from(organisationName)}</span>
      </p>
      <div class="zb-item__act">
        <ActionLink kind="secondary-action" sizes={['block']} href={`/ontmoetingen/${id}`}>
          {texts.show}
          <span class="zb-hidden" lang={ofDutchWords}>
            : {title}
          </span>
        </ActionLink>
      </div>
    </li>
  );
}

function Found({ here }: { here: string }) {
  const now = useNow();
  // Who signs in on another page comes back to what they said.
  const who = me.value?.givenName === undefined ? 'guest' : 'person';
  const query = { neighbourhoodCode: here === '' ? undefined : here };
  const { data, failure, reload } = useLoaded(`gatherings-${here}-${who}`, () =>
    call('listGatherings', { query, readOffline: true }),
  );
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  if (data.gatherings.length === 0)
    return here === '' ? (
      <StateCard drawing={coffee} title={texts.empty} text={texts.emptyText} />
    ) : (
      <StateCard drawing={coffee} title={texts.emptyHere} text={texts.emptyHereText}>
        <ActionLink kind="secondary-action" href="/ontmoetingen">
          {texts.back}
        </ActionLink>
      </StateCard>
    );
  return (
    <ul class="zb-list">
      {data.gatherings.map((gathering) => (
        <GatheringRow key={gathering.id} gathering={gathering} now={now} />
      ))}
    </ul>
  );
}

/** What there is to go to: the next date of each gathering, for everybody. */
export default function GatheringsScreen() {
  usePage(texts.title);
  const { query, route } = useLocation();
  const here = query['buurt'] ?? '';
  const neighbourhoods = places.value?.neighbourhoods ?? [];
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
      </div>
      <form aria-label={texts.where}>
        <SelectField
          small
          id="where"
          label={texts.where}
          value={here}
          onValue={(code) => route(code === '' ? '/ontmoetingen' : `/ontmoetingen?buurt=${code}`)}
          options={[
            { value: '', text: texts.everywhere },
            ...neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
      </form>
      <section class="zb-flow" aria-labelledby="coming">
        <h2 class="utrecht-heading-2" id="coming">
          {texts.list}
        </h2>
        <Found here={here} />
      </section>
    </div>
  );
}
