import type { Participation } from '@app/contracts/http/participation.js';
import { amountIn, shareOf } from '@app/domain/participation/shown-figures.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
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

type Definition = Participation['definitions'][number];

interface PartsTableProps {
  readonly title: string;
  readonly meaning: Definition;
  readonly rows: readonly Row[];
  readonly whole: number | null;
  readonly beside:
    { readonly unit: Definition['unit']; readonly amount: (bucket: string) => number | null } | undefined;
}

function PartsTable({ title, meaning, rows, whole, beside }: PartsTableProps) {
  const besideColumn = beside === undefined ? [] : [texts.units[beside.unit]];
  const besideCell = (code: string) =>
    beside === undefined ? [] : [<Shown key="beside" value={beside.amount(code)} />];
  return (
    <FigureTable
      caption={title}
      columns={[texts.part, ...besideColumn, texts.units[meaning.unit], texts.share]}
      rows={[
        ...rows.map(({ code, name, amount, share }) => ({
          name,
          cells: [
            ...besideCell(code),
            <Shown key="amount" value={amount} />,
            <Shown key="share" value={share} text={nlOrganisers.monitor.figures.share} />,
          ],
        })),
        { name: texts.all, isTotal: true, cells: [...besideCell(''), <Shown key="amount" value={whole} />, ''] },
      ]}
    />
  );
}

/** One figure in its parts, in a quarter: bars, the same numbers in a table, and what it means. */
export function Breakdown({ view, quarter, district, measure, beside }: BreakdownProps) {
  const known = (wanted?: string) => view.definitions.find((definition) => definition.measure === wanted);
  const [meaning, other] = [known(measure), known(beside)];
  if (meaning === undefined) return null;
  const amount = (of: string, bucket: string): number | null =>
    amountIn(view.cells, { quarter, district, measure: of, bucket });
  const whole = amount(measure, '');
  const rows = meaning.buckets.map(({ code, name }): Row => {
    const part = amount(measure, code);
    return { code, name, amount: part, share: shareOf(part, whole) };
  });
  const title = texts.titles[measure];
  return (
    <Part id={`part-${measure}`} title={title}>
      <p class="zb-small zb-soft">{meaning.definition}</p>
      {whole === null && rows.every((row) => row.amount === null) ? (
        <p>{texts.tooFew}</p>
      ) : (
        <div class="zb-chart">
          <Bars rows={rows} />
          <PartsTable
            title={title}
            meaning={meaning}
            rows={rows}
            whole={whole}
            beside={other && { unit: other.unit, amount: (bucket) => amount(other.measure, bucket) }}
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
