import { useLocation } from 'preact-iso';
import type { Participation } from '@app/contracts/http/participation.js';
import { quarterLater, quarterOf, quartersBetween, type Quarter } from '@app/domain/participation/quarter.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { SelectField } from '../../parts/field.js';
import { plugOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { sorted } from '../../parts/sorted.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { shortMomentText } from '../../time/time-texts.js';
import { Alerts } from './alerts.js';
import { Breakdown, CircleCount } from './breakdown.js';
import { DistrictMap } from './district-map.js';
import { funnelOf, periodText } from './figures.js';
import { Funnel } from './funnel.js';
import { MonitorPage } from './monitor-frame.js';
import { choiceOf, monitorPath, whole, type Choice } from './monitor-choice.js';
import { KeyFigures, OpenNow } from './summary.js';
import { Survey } from './survey.js';
import { Trend } from './trend.js';

const texts = nlOrganisers.monitor;
/** Two years. */
const quartersShown = 8;
const ofWhole = [
  'circle-turns',
  'gatherings',
  'gathering-visits',
  'desk-questions',
  'desk-themes',
  'desk-handovers',
  'strain-signals',
  'strain-themes',
] as const;

interface ChooseProps {
  readonly view: Participation;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function Choose({ view, choice, onChoice }: ChooseProps) {
  const quarters = sorted(quartersBetween(view.from as Quarter, view.until as Quarter), (a, b) => (a < b ? 1 : -1));
  return (
    <form aria-label={texts.choose}>
      <SelectField
        small
        id="quarter"
        label={texts.period}
        value={choice.quarter}
        onValue={(quarter) => onChoice({ ...choice, quarter: quarter as Quarter })}
        options={quarters.map((code) => ({ value: code, text: periodText(view, code) }))}
      />
      <SelectField
        small
        id="district"
        label={texts.district}
        value={choice.district}
        onValue={(district) => onChoice({ ...choice, district })}
        options={[
          { value: whole, text: texts.whole(view.municipality.name) },
          ...view.districts.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => print()}>
        {texts.print}
      </ActionButton>
    </form>
  );
}

function Charts({ view, quarter, district: chosen }: { view: Participation } & Choice) {
  const district = chosen === whole ? null : chosen;
  const steps = funnelOf(view, quarter, district);
  if (steps.every(({ people }) => people === null)) {
    return <StateCard drawing={plugOff} title={texts.empty} text={texts.emptyText} />;
  }
  return (
    <>
      <KeyFigures view={view} quarter={quarter} district={district} />
      <Funnel view={view} steps={steps} quarter={quarter} />
      <Trend view={view} district={district} />
      <DistrictMap view={view} quarter={quarter} />
      <Breakdown view={view} quarter={quarter} district={district} measure="helps-by-load" beside="helpers" />
      <Breakdown view={view} quarter={quarter} district={district} measure="unfilled" />
      <p class="zb-soft">{texts.breakdowns.ofWhole}</p>
      <CircleCount view={view} quarter={quarter} />
      {ofWhole.map((measure) => (
        <Breakdown key={measure} view={view} quarter={quarter} district={null} measure={measure} />
      ))}
      <Survey view={view} quarter={quarter} />
    </>
  );
}

function Figures({ municipality }: { municipality: string }) {
  const now = useNow();
  const until = quarterOf(wallTimeOf(now).day);
  const query = { from: quarterLater(until, 1 - quartersShown), until };
  const { data, failure, reload } = useLoaded(`${municipality} ${until}`, () =>
    call('getParticipation', { id: municipality, query }),
  );
  const { query: asked, route } = useLocation();
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const quarters = quartersBetween(data.from as Quarter, data.until as Quarter);
  const choice = choiceOf(
    asked,
    quarters,
    data.districts.map(({ code }) => code),
  );
  return (
    <>
      <nav class="no-print" aria-label={texts.beside.title}>
        <ul class="zb-list-plain zb-row">
          {(['/monitor/publiceren', '/monitor/campagnes', '/cijfers'] as const).map((href) => (
            <li key={href}>
              <TextLink href={href}>{texts.beside[href]}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <Choose view={data} choice={choice} onChoice={(next) => route(monitorPath(next, data.until as Quarter))} />
      <OpenNow />
      <Alerts municipality={data.municipality} />
      <Charts view={data} {...choice} />
      <p class="zb-small zb-soft">
        {data.source} {texts.asOf(shortMomentText(Date.parse(data.asOf), now))} {texts.privacy}
      </p>
    </>
  );
}

/** Whether people take part: for who follows it for the municipality. */
export default function MonitorScreen() {
  return <MonitorPage title={texts.title}>{(municipality) => <Figures municipality={municipality} />}</MonitorPage>;
}
