import type { Participation } from '@app/contracts/http/participation.js';
import { amountIn, shareOf } from '@app/domain/participation/shown-figures.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { FigureTable, Part, Shown } from './shown.js';

const texts = nlOrganisers.monitor.ggd;
/** GGD Gezondheidsmonitor 2024, of 100 residents. */
const survey = { already: 21, notYet: 41 };

/** What residents say beside who came here, with what makes the two differ. */
export function Survey({ view, quarter }: { view: Participation; quarter: string }) {
  const people = (bucket: string): number | null =>
    amountIn(view.totals, { quarter, district: null, measure: 'willing', bucket });
  const [already, notYet] = [people('already'), people('not-yet')];
  const share = shareOf(already, already === null || notYet === null ? null : already + notYet);
  return (
    <Part id="ggd" title={texts.title}>
      <div class="zb-chart">
        <div class="zb-flow zb-flow--xs">
          <p>{texts.survey}</p>
          <p>{texts.surveyShare}</p>
          <p>
            <strong>{share === null ? texts.oursHidden : texts.ours(nlOrganisers.monitor.alerts.share(share))}</strong>
          </p>
          <p>{texts.caveat}</p>
          <p class="zb-small zb-soft">{texts.source}</p>
        </div>
        <FigureTable
          caption={texts.table}
          columns={[texts.who, texts.survey100, texts.here]}
          rows={[
            { name: texts.already, cells: [survey.already, <Shown key="already" value={already} />] },
            { name: texts.notYet, cells: [survey.notYet, <Shown key="not-yet" value={notYet} />] },
          ]}
        />
      </div>
    </Part>
  );
}
