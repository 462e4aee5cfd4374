import type { Participation } from '@app/contracts/http/participation.js';
import { amountIn, fillOf } from '@app/domain/participation/shown-figures.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { DistrictNames } from '../board/tile-map.js';
import { useMapShape } from '../board/use-map-shape.js';
import { FigureTable, Meanings, Part, Shown } from './shown.js';

const texts = nlOrganisers.monitor.map;

const smallest = 10;

/** Where the second and the third class begin: the most there is in three, in steps of five. */
function boundsOf(known: readonly (number | null)[]): readonly [number, number] {
  const step = Math.max(smallest, Math.ceil(Math.max(0, ...known.map((people) => people ?? 0)) / 15) * 5);
  return [Math.max(step, smallest + 5), 2 * step];
}

/** Which of the four classes a number is in; 0 for what is not shown. */
function classOf(people: number | null, [second, third]: readonly [number, number]): 0 | 1 | 2 | 3 {
  if (people === null) return 0;
  if (people < second) return 1;
  return people < third ? 2 : 3;
}

/** Shows where no class gives a colour of its own. */
const hatched = 'url(#not-shown)';

function Hatch() {
  return (
    <defs>
      <pattern id="not-shown" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="mp-ground" width="7" height="7" />
        <path class="mp-hatch" d="M0 0v7" />
      </pattern>
    </defs>
  );
}

interface TilesProps {
  readonly bounds: readonly [number, number];
  readonly peopleOf: (district: string) => number | null;
}

function Tiles({ bounds, peopleOf }: TilesProps) {
  const map = useMapShape();
  if (map === undefined) return null;
  const { shape, ground } = map;
  const isReal = ground !== undefined;
  const [second, third] = bounds;
  const classes = [texts.hidden, texts.from(smallest, second), texts.from(second, third), texts.orMore(third)];
  return (
    <div class="zb-flow zb-flow--s">
      <p class="zb-small zb-soft">{isReal ? texts.textReal : texts.text}</p>
      <svg class="zb-map" viewBox={shape.viewBox} role="img" aria-label={texts.label}>
        <Hatch />
        {shape.tiles.map(({ neighbourhood, path }) => (
          <path
            key={neighbourhood.code}
            class={`mp mp-${classOf(peopleOf(neighbourhood.districtCode), bounds)}`}
            fill={hatched}
            d={path}
          />
        ))}
        <path class="hx-edge" d={shape.borders} />
        <DistrictNames labels={shape.labels} />
      </svg>
      <ul class="zb-legend zb-small">
        {classes.map((name, index) => (
          <li key={name}>
            <svg class="zb-swatch-map" viewBox="0 0 40 18" aria-hidden="true">
              <rect class={`mp mp-${index}`} fill={hatched} width="40" height="18" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Every district on the map and in a table; the whole below them, with what has no place. */
export function DistrictMap({ view, quarter }: { view: Participation; quarter: string }) {
  const total = (district: string | null, measure: string): number | null =>
    amountIn(view.totals, { quarter, district, measure });
  const row = (name: string, district: string | null, isTotal: boolean) => ({
    name,
    isTotal,
    cells: [
      <Shown key="willing" value={total(district, 'willing')} />,
      <Shown key="first" value={total(district, 'first-help')} />,
      <Shown key="requests" value={amountIn(view.cells, { quarter, district, measure: 'requests' })} />,
      <Shown key="helped" value={fillOf(view.cells, quarter, district)} text={nlOrganisers.monitor.figures.share} />,
    ],
  });
  return (
    <Part id="districts" title={texts.title}>
      <div class="zb-chart">
        <Tiles
          bounds={boundsOf(view.districts.map(({ code }) => total(code, 'first-help')))}
          peopleOf={(district) => total(district, 'first-help')}
        />
        <FigureTable
          caption={texts.table}
          columns={[texts.district, texts.willing, texts.firstHelp, texts.requests, texts.helped]}
          rows={[...view.districts.map(({ code, name }) => row(name, code, false)), row(texts.total, null, true)]}
        />
      </div>
      <p class="zb-small zb-soft">{nlOrganisers.monitor.hiddenWhy}</p>
      <Meanings view={view} measures={['willing', 'first-help', 'requests']} />
    </Part>
  );
}
