import { t } from '../messages/texts.js';
import { GROUND, HOUSE_WIDTH, houseRows, type House, type Window } from './house-row.js';

const HEIGHT = 170;
const WIDTH = HOUSE_WIDTH * 10;
const rows = houseRows();

function RoofOf({ x, y, roof, wall }: House) {
  if (roof === 'hip') {
    return (
      <>
        <path class="hs-roof" d={`M${x - 1} ${y + 1}l8-30h58l8 30z`} />
        <path class="hs-door" d={`M${x + 52} ${y - 26}v-14h9v14z`} />
      </>
    );
  }
  if (roof === 'gable') {
    return (
      <>
        <path class={`hs-${wall}`} d={`M${x} ${y + 1}l36-40 36 40z`} />
        <path class="hs-roof" d={`M${x - 2} ${y + 2}l38-42 38 42-5 0-33-36-33 36z`} />
      </>
    );
  }
  return <path class={`hs-${wall}`} d={`M${x + 8} ${y + 1}v-14h10v-12h10v-10h16v10h10v12h10v14z`} />;
}

function Pane({ x, y, width, height, light }: Window) {
  return (
    <>
      <rect class={`hs-${light}`} x={x} y={y} width={width} height={height} rx="1" />
      {light === 'on' ? (
        <path class="hs-bar" d={`M${x + width / 2} ${y}v${height}M${x} ${y + height * 0.42}h${width}`} />
      ) : null}
    </>
  );
}

function Row({ houses }: { houses: readonly House[] }) {
  return (
    <>
      {houses.map((house) => (
        <g key={house.x}>
          <RoofOf {...house} />
          <rect class={`hs-${house.wall}`} x={house.x} y={house.y} width={HOUSE_WIDTH} height={house.height} />
          {house.windows.map((pane) => (
            <Pane key={`${pane.x},${pane.y}`} {...pane} />
          ))}
          <path class="hs-door" d={`M${house.x + 46} ${GROUND}v-34h16v34z`} />
        </g>
      ))}
      <path class="hs-ground" d={`M0 ${GROUND}h${WIDTH}v${HEIGHT - GROUND}H0z`} />
    </>
  );
}

/** A street at dusk with 100 windows: the figure of the GGD as a picture. */
export function Street() {
  return (
    <div class="zb-street">
      {rows.map((houses, index) => (
        <svg
          key={index}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          {...(index === 0
            ? { role: 'img' as const, 'aria-label': t.start.street }
            : { 'aria-hidden': 'true' as const })}
        >
          <Row houses={houses} />
        </svg>
      ))}
    </div>
  );
}
