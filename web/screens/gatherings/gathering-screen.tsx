import { useLocation, useRoute } from 'preact-iso';
import type { GatheringView } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { ofDutchWords } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Icon } from '../../parts/icon.js';
import { clockOff, phone } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { DateRow } from './date-row.js';
import { rhythmText } from './gathering-words.js';

const texts = t.gatherings;

function About({ gathering }: { gathering: GatheringView }) {
  const { title, kind, words, place, neighbourhoodName, forWhom, organisationName } = gathering;
  const rhythm = rhythmText(gathering);
  return (
    <div class="zb-flow">
      <div class="zb-row">
        <h1 class="utrecht-heading-1" lang={ofDutchWords}>
          {title}
        </h1>
        <Badge kind="neutral">{texts.kinds[kind]}</Badge>
      </div>
      <p class="zb-prose" lang={ofDutchWords}>
        {words}
      </p>
      <ul class="zb-flow zb-flow--xs">
        <li lang={ofDutchWords}>
          {place}, {neighbourhoodName}
        </li>
        <li>{texts.forWhom[forWhom]}</li>
        {rhythm === undefined ? null : <li>{rhythm}</li>}
        <li>{texts.from(organisationName)}</li>
      </ul>
    </div>
  );
}

function Dates({ gathering, onChange }: { gathering: GatheringView; onChange: () => void }) {
  if (gathering.dates.length === 0) {
    return (
      <StateCard drawing={clockOff} title={texts.over} text={texts.overText}>
        <ActionLink kind="secondary-action" href="/ontmoetingen">
          {texts.back}
        </ActionLink>
      </StateCard>
    );
  }
  return (
    <section class="zb-flow" aria-labelledby="dates">
      <h2 class="utrecht-heading-2" id="dates">
        {texts.dates}
      </h2>
      <p class="zb-soft">{texts.who}</p>
      <ul class="zb-list">
        {gathering.dates.map((date) => (
          <DateRow key={date.id} gathering={gathering} date={date} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

/** One gathering for everybody: what it is, when, and saying that one comes. */
export default function GatheringScreen() {
  const { params } = useRoute();
  const { url } = useLocation();
  const id = params['id'] ?? '';
  const who = me.value?.givenName === undefined ? 'guest' : 'person';
  const { data, failure, reload } = useLoaded(`${id}-${who}`, () => call('getGathering', { id, readOffline: true }));
  usePage(data?.title ?? texts.title);
  if (failure !== undefined && data === undefined)
    return (
      <div class="zb-wrap">
        <FailureCard asPage failure={failure} onRetry={reload} />
      </div>
    );
  if (data === undefined)
    return (
      <div class="zb-wrap">
        <Loading />
      </div>
    );
  const { givenName, phone: number } = data.contact;
  return (
    <div class="zb-wrap zb-measure zb-flow zb-flow--l" key={url}>
      <p>
        <TextLink href="/ontmoetingen">{texts.back}</TextLink>
      </p>
      <About gathering={data} />
      <Dates gathering={data} onChange={reload} />
      {number === '' ? null : (
        <p>
          <ActionLink kind="secondary-action" href={telephoneLink(number)}>
            <Icon drawing={phone} />
            <span>
              {texts.questions(givenName)}, <span class="zb-nowrap">{number}</span>
            </span>
          </ActionLink>
        </p>
      )}
    </div>
  );
}
