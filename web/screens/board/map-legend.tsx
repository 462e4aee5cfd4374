import { t } from '../../messages/texts.js';

const hexagon = '0,-11 9.5,-5.5 9.5,5.5 0,11 -9.5,5.5 -9.5,-5.5';

/** What the fillings mean. The hatching is told apart without colours, also in print. */
export function MapLegend() {
  const { none, one, more } = t.board.mapLegend;
  return (
    <ul class="zb-map-legend zb-small">
      {[none, one, more].map((text, count) => (
        <li key={text}>
          <svg class="zb-map" viewBox="-12 -12 24 24" aria-hidden="true">
            {count === 1 ? (
              <defs>
                <pattern
                  id="map-hatch"
                  width="6"
                  height="6"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <line class="hx-line" x1="0" y1="0" x2="0" y2="6" />
                </pattern>
              </defs>
            ) : null}
            <polygon class={`hx hx-${count}`} points={hexagon} />
            {count === 1 ? <polygon class="hx-hatch" fill="url(#map-hatch)" points={hexagon} /> : null}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
