import { useMemo } from 'preact/hooks';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { t } from '../../messages/texts.js';
import { boardPath, type BoardFilter } from './board-filter.js';
import { MapLegend } from './map-legend.js';
import { tileMapOf, type Tile } from './tile-geometry.js';

interface TileMapProps {
  readonly municipality: string;
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly counts: ReadonlyMap<string, number>;
  readonly filter: BoardFilter;
}

function TileShape({ tile, count, filter }: { tile: Tile; count: number; filter: BoardFilter }) {
  const { outline, centre, neighbourhood } = tile;
  const { code, name } = neighbourhood.cell;
  const chosen = filter.cell === code;
  if (count === 0 && !chosen) return <polygon class="hx" points={outline} />;
  return (
    <a
      href={boardPath({ ...filter, cell: chosen ? '' : code })}
      aria-label={chosen ? t.board.mapChosen(name) : t.board.mapCell(name, count)}
      aria-current={chosen ? 'true' : undefined}
    >
      <polygon class={`hx hx-${Math.min(count, 2)}${chosen ? ' hx-chosen' : ''}`} points={outline} />
      {count === 1 ? <polygon class="hx-hatch" fill="url(#map-hatch)" points={outline} /> : null}
      <text class={count > 1 ? 'hx-n hx-n--dark' : 'hx-n'} x={Math.round(centre.x)} y={Math.round(centre.y + 6)}>
        {count}
      </text>
    </a>
  );
}

/** The buurten as hexagons with the number of open requests; each leads to the list of that buurt. */
export function TileMap({ municipality, neighbourhoods, counts, filter }: TileMapProps) {
  const shape = useMemo(() => tileMapOf(neighbourhoods, municipality), [neighbourhoods, municipality]);
  if (shape === undefined) return null;
  return (
    <section class="zb-card zb-flow zb-flow--s zb-start" aria-labelledby="map">
      <h2 class="utrecht-heading-2" id="map">
        {t.board.map}
      </h2>
      <p class="zb-small zb-soft">{t.board.mapText}</p>
      <svg class="zb-map" viewBox={shape.viewBox} role="group" aria-label={t.board.mapLabel}>
        {shape.tiles.map((tile) => (
          <TileShape
            key={tile.neighbourhood.code}
            tile={tile}
            count={counts.get(tile.neighbourhood.cell.code) ?? 0}
            filter={filter}
          />
        ))}
        <path class="hx-edge" d={shape.borders} />
        {shape.labels.map(({ name, x, y, anchor }) => (
          <text key={name} class="hx-lab" x={Math.round(x)} y={Math.round(y)} text-anchor={anchor}>
            {name}
          </text>
        ))}
      </svg>
      <MapLegend />
      <p class="zb-small zb-soft">{t.board.mapNote}</p>
    </section>
  );
}
