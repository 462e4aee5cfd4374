import { useEffect } from 'preact/hooks';
import type { Participation } from '@app/contracts/http/participation.js';
import { amountIn, fillOf } from '@app/domain/participation/shown-figures.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { clockTime } from '../../time/time-texts.js';
import { asksAHelp, medianTimeToYes } from './figures.js';
import { Meanings } from './shown.js';

const texts = nlOrganisers.monitor.figures;
const REFRESH_EVERY = 60_000;

function Figure({
  value,
  text,
  isKey = false,
  words = false,
}: {
  value: string | null;
  text: string;
  isKey?: boolean;
  words?: boolean;
}) {
  return (
    <div class={isKey ? 'zb-fig zb-fig--key' : 'zb-fig'}>
      <b class={value === null || words ? 'is-words' : undefined}>{value ?? nlOrganisers.monitor.hidden}</b>
      <span>{text}</span>
    </div>
  );
}

/** The quarter in four numbers. */
export function KeyFigures({
  view,
  quarter,
  district,
}: {
  view: Participation;
  quarter: string;
  district: string | null;
}) {
  const firstHelp = amountIn(view.cells, { quarter, district, measure: 'first-help' });
  const fill = fillOf(view.cells, quarter, district);
  const asks = asksAHelp(view, quarter, district);
  return (
    <section class="zb-flow zb-flow--s" aria-label={texts.title}>
      <div class="zb-figs">
        <Figure isKey value={firstHelp === null ? null : String(firstHelp)} text={texts.firstHelp} />
        <Figure value={fill === null ? null : texts.share(fill)} text={texts.fill} />
        <Figure words value={medianTimeToYes(view, quarter, district)} text={texts.yes} />
        <Figure value={asks === null ? null : texts.decimal(asks)} text={texts.asks} />
      </div>
      <Meanings view={view} measures={['first-help', 'requests', 'time-to-yes', 'asks-of-helped']} />
    </section>
  );
}

/** How many requests look for a neighbour at this moment, as the public board shows them. */
export function OpenNow() {
  const now = useNow();
  const { data, reload } = useLoaded('open-now', () => call('getOpenBoardCounts'));
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  if (data === undefined) return null;
  const open = data.cells.reduce((sum, cell) => sum + cell.open, 0);
  return (
    <p class="no-print">
      <strong>{nlOrganisers.monitor.openNow.text(open)}.</strong>{' '}
      <span class="zb-soft">{nlOrganisers.monitor.openNow.at(clockTime(now))}</span>
    </p>
  );
}
