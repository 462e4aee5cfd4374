import type { Participation } from '@app/contracts/http/participation.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { funnelSteps, periodText, type FunnelStep } from './figures.js';
import { FigureTable, Meanings, Part, Shown } from './shown.js';

const texts = nlOrganisers.monitor.funnel;
const keyStep = 'first-help';

interface FunnelProps {
  readonly view: Participation;
  readonly steps: readonly FunnelStep[];
  readonly quarter: string;
}

/** How many people came how far, and where most are lost. */
export function Funnel({ view, steps, quarter }: FunnelProps) {
  const most = Math.max(1, ...steps.map(({ people }) => people ?? 0));
  return (
    <Part id="funnel" title={texts.title}>
      <p class="zb-small zb-soft">{texts.until(periodText(view, quarter))}</p>
      <div class="zb-chart">
        <ul class="zb-bars" aria-hidden="true">
          {steps.map(({ measure, name, people }) => (
            <li key={measure} class={people === null ? 'is-hidden' : measure === keyStep ? 'is-key' : undefined}>
              <span>{name}</span>
              <b>{people ?? ''}</b>
              <i style={{ '--v': `${people === null ? 100 : (100 * people) / most}%` }} />
            </li>
          ))}
        </ul>
        <FigureTable
          caption={texts.table}
          columns={[texts.step, texts.people, texts.share]}
          rows={steps.map(({ measure, name, people, share }) => ({
            name,
            cells: [
              <Shown key="people" value={people} />,
              measure === 'reached' ? (
                texts.first
              ) : (
                <Shown key="share" value={share} text={nlOrganisers.monitor.figures.share} />
              ),
            ],
          }))}
        />
      </div>
      <Meanings view={view} measures={funnelSteps} />
    </Part>
  );
}
