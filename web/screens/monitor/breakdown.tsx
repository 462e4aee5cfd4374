import type { Participation } from '@app/contracts/http/participation.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { amountIn, shareOf } from './figures.js';
import { FigureTable, Part, Shown } from './shown.js';

const texts = nlOrganisers.monitor.breakdowns;

interface Row {
  readonly code: string;
  readonly name: string;
  readonly amount: number | null;
  readonly share: number | null;
}

function Bars({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.map(({ amount }) => amount ?? 0));
  return (
    <ul class="zb-bars" aria-hidden="true">
      {rows.map(({ code, name, amount }) => (
        <li key={code} class={amount === null ? 'is-hidden' : undefined}>
          <span>{name}</span>
          <b>{amount ?? ''}</b>
          <i style={{ '--v': `${amount === null ? 100 : (100 * amount) / most}%` }} />
        </li>
      ))}
    </ul>
  );
}

interface BreakdownProps {
  readonly view: Participation;
  readonly quarter: string;
  readonly district: string | null;
  readonly measure: keyof typeof texts.titles;
  /** A figure with the same parts, in a column of its own. */
  readonly beside?: string;
}

/** One figure in its parts, in a quarter: bars, the same numbers in a table, and what it means. */
export function Breakdown({ view, quarter, district, measure, beside }: BreakdownProps) {
  const known = (wanted: string) => view.definitions.find((definition) => definition.measure === wanted);
  const meaning = known(measure);
  const other = beside === undefined ? undefined : known(beside);
  if (meaning === undefined) return null;
  const amount = (of: string, bucket: string): number | null =>
    amountIn(view.cells, { quarter, district, measure: of, bucket });
  const whole = amount(measure, '');
  const rows = meaning.buckets.map(({ code, name }): Row => ({
    code,
    name,
    amount: amount(measure, code),
    share: shareOf(amount(measure, code), whole),
  }));
  const isEmpty = whole === null && rows.every((row) => row.amount === null);
  return (
    <Part id={`part-${measure}`} title={texts.titles[measure]}>
      <p class="zb-small zb-soft">{meaning.definition}</p>
      {isEmpty ? (
        <p>{texts.tooFew}</p>
      ) : (
        <div class="zb-chart">
          <Bars rows={rows} />
          <FigureTable
            caption={texts.titles[measure]}
            columns={[
              texts.part,
              ...(other === undefined ? [] : [texts.units[other.unit]]),
              texts.units[meaning.unit],
              texts.share,
            ]}
            rows={[...rows, { code: 'all', name: texts.all, amount: whole, share: null }].map((row) => ({
              name: row.name,
              isTotal: row.code === 'all',
              cells: [
                ...(beside === undefined
                  ? []
                  : [<Shown key="beside" value={amount(beside, row.code === 'all' ? '' : row.code)} />]),
                <Shown key="amount" value={row.amount} />,
                row.code === 'all' ? (
                  ''
                ) : (
                  <Shown key="share" value={row.share} text={nlOrganisers.monitor.figures.share} />
                ),
              ],
            }))}
          />
        </div>
      )}
    </Part>
  );
}

/** How many circles there were. */
export function CircleCount({ view, quarter }: { view: Participation; quarter: string }) {
  const circles = amountIn(view.cells, { quarter, district: null, measure: 'circles' });
  return <p>{circles === null ? texts.fewCircles : texts.circles(circles)}</p>;
}
