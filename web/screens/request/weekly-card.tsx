import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { ruleText } from '../../parts/rule-text.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useHints } from '../../realtime/use-hints.js';
import { dateText } from '../../time/time-texts.js';

type Circles = OperationResult<typeof operations.listCircles>['circles'];

/** The circle is made a moment after the request, and can be ended since. */
function whereText(circles: Circles, own: Circles[number] | undefined, isHere: boolean): string {
  const { here, elsewhere, ended, making } = t.request.weekly;
  if (own !== undefined) return isHere ? here : elsewhere;
  return circles.some(({ role }) => role === 'caregiver') ? ended : making;
}

/** Where the times after the first stand: in the circle of the asker, when that is in the same place. */
function Later({ neighbourhoodCode }: Pick<HelpRequestView, 'neighbourhoodCode'>) {
  const { data, reload } = useLoaded('circles', () => call('listCircles'));
  useHints('circle.changed', reload, reload);
  if (data === undefined) return null;
  const own = data.circles.find(({ role, ended }) => role === 'caregiver' && !ended);
  const isHere = own?.neighbourhoodCode === neighbourhoodCode;
  return (
    <>
      <p>{whereText(data.circles, own, isHere)}</p>
      {isHere ? <p>{t.request.weekly.invite}</p> : null}
      <div class="zb-row">
        <ActionLink kind="secondary-action" href={own === undefined ? '/kring' : `/kring/${own.id}`}>
          {t.request.weekly.toCircle}
        </ActionLink>
        {own !== undefined && isHere ? (
          <ActionLink kind="secondary-action" href={`/kring/${own.id}/mensen`}>
            {t.request.weekly.toInvite}
          </ActionLink>
        ) : null}
      </div>
    </>
  );
}

/** That a request is the first of many times, and where the others are. */
export function WeeklyCard({ request }: { request: HelpRequestView }) {
  const { weekly, viewer, neighbourhoodCode } = request;
  if (weekly === undefined || viewer !== 'asker') return null;
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="weekly">
      <h2 class="utrecht-heading-3" id="weekly">
        {t.request.weekly.title}
      </h2>
      <p>{t.request.weekly.until(ruleText(weekly), dateText(weekly.untilDay))}</p>
      <Later neighbourhoodCode={neighbourhoodCode} />
    </section>
  );
}
