import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Participation } from '@app/contracts/http/participation.js';
import { quartersBetween, type Quarter } from '@app/domain/participation/quarter.js';
import { amountIn } from '@app/domain/participation/shown-figures.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { periodText } from './figures.js';
import { FigureTable, Meanings, Part, Shown } from './shown.js';

const texts = nlOrganisers.monitor.trend;
const width = 620;
const height = 300;
const margin = { left: 56, right: 28, top: 16, bottom: 34 };

type LineName = keyof typeof texts.lines;
const wanted: Readonly<Record<LineName, { readonly measure: string; readonly bucket?: string }>> = {
  requests: { measure: 'requests' },
  helped: { measure: 'requests', bucket: 'helped' },
  'first-help': { measure: 'first-help' },
};
const names = Object.keys(texts.lines) as LineName[];

interface Point {
  readonly quarter: string;
  readonly value: number | null;
}

/** Lines apart by dashes and marks as well as by colour; a quarter that is not shown leaves a gap. */
function Lines({ series }: { series: readonly { readonly name: LineName; readonly points: readonly Point[] }[] }) {
  const quarters = series[0]?.points.map(({ quarter }) => quarter) ?? [];
  const most = Math.max(10, ...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  const x = scalePoint(quarters, [margin.left + 10, width - margin.right]);
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(4);
  const path = line<Point>(
    ({ quarter }) => x(quarter) ?? 0,
    ({ value }) => y(value ?? 0),
  ).defined(({ value }) => value !== null);
  return (
    <svg class="zb-trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.label}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={margin.left - 8} y={y(tick) + 5} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {quarters.map((quarter) => (
        <text key={quarter} x={x(quarter) ?? 0} y={height - 10} text-anchor="middle">
          {nlOrganisers.monitor.shortQuarter(quarter.slice(2, 4), quarter.slice(6))}
        </text>
      ))}
      {series.map(({ name, points }) => (
        <g key={name} class={`is-${name}`}>
          <path class="line" d={path(points) ?? ''} />
          {points.map(({ quarter, value }) =>
            value === null ? null : <circle key={quarter} class="mark" cx={x(quarter) ?? 0} cy={y(value)} r="4.5" />,
          )}
        </g>
      ))}
    </svg>
  );
}

function Legend() {
  return (
    <ul class="zb-legend zb-small">
      {names.map((name) => (
        <li key={name}>
          <svg class="zb-swatch-map" viewBox="0 0 44 18" aria-hidden="true">
            <g class={`is-${name}`}>
              <path class="line" d="M0 9H44" />
              <circle class="mark" cx="22" cy="9" r="5" />
            </g>
          </svg>
          {texts.lines[name]}
        </li>
      ))}
    </ul>
  );
}

/** Requests, what was helped and first helps by quarter. */
export function Trend({ view, district }: { view: Participation; district: string | null }) {
  const quarters = quartersBetween(view.from as Quarter, view.until as Quarter);
  const series = names.map((name) => ({
    name,
    points: quarters.map((quarter) => ({
      quarter,
      value: amountIn(view.cells, { quarter, district, ...wanted[name] }),
    })),
  }));
  return (
    <Part id="trend" title={texts.title}>
      <div class="zb-chart">
        <div class="zb-flow zb-flow--s">
          <Lines series={series} />
          <Legend />
        </div>
        <FigureTable
          caption={texts.table}
          columns={[texts.quarter, ...names.map((name) => texts.lines[name])]}
          rows={quarters.map((quarter, index) => ({
            name: periodText(view, quarter),
            cells: series.map(({ name, points }) => <Shown key={name} value={points[index]?.value ?? null} />),
          }))}
        />
      </div>
      <p class="zb-small zb-soft">{texts.running}</p>
      <Meanings view={view} measures={Object.values(wanted).map(({ measure }) => measure)} />
    </Part>
  );
}
