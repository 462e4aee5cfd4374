import { t } from '../../messages/texts.js';
import { boardPath, type BoardFilter } from './board-filter.js';
import { MapLegend } from './map-legend.js';
import { OutlineMarks } from './outline-marks.js';
import { Streets } from './streets.js';
import type { DistrictLabel, Tile } from './tile-geometry.js';
import { useMapShape } from './use-map-shape.js';

interface TileMapProps {
  readonly counts: ReadonlyMap<string, number>;
  readonly filter: BoardFilter;
}

function TileShape({ tile, count, filter }: { tile: Tile; count: number; filter: BoardFilter }) {
  const { path, centre, neighbourhood } = tile;
  const { code, name } = neighbourhood.cell;
  const chosen = filter.cell === code;
  if (count === 0 && !chosen) return <path class="hx" d={path} />;
  return (
    <a
      href={boardPath({ ...filter, cell: chosen ? '' : code })}
      aria-label={chosen ? t.board.mapChosen(t.board.mapCell(name, count)) : t.board.mapCell(name, count)}
      aria-current={chosen ? 'true' : undefined}
    >
      <path class={`hx hx-${Math.min(count, 2)}${chosen ? ' hx-chosen' : ''}`} d={path} />
      {count === 1 ? <path class="hx-hatch" fill="url(#map-hatch)" d={path} /> : null}
      <text class={count > 1 ? 'hx-n hx-n--dark' : 'hx-n'} x={Math.round(centre.x)} y={Math.round(centre.y + 6)}>
        {count}
      </text>
    </a>
  );
}

/** The names of the districts, beside or over them. */
export function DistrictNames({ labels }: { labels: readonly DistrictLabel[] }) {
  return (
    <>
      {labels.map(({ name, x, y, anchor }) => (
        <text key={name} class="hx-lab" x={Math.round(x)} y={Math.round(y)} text-anchor={anchor}>
          {name}
        </text>
      ))}
    </>
  );
}

/** The buurten with the number of open requests; each leads to the list of that buurt. */
export function TileMap({ counts, filter }: TileMapProps) {
  const map = useMapShape();
  if (map === undefined) return null;
  const { shape, ground } = map;
  const isReal = ground !== undefined;
  const countOf = ({ neighbourhood }: Tile): number => counts.get(neighbourhood.cell.code) ?? 0;
  return (
    <section class="zb-card zb-flow zb-flow--s zb-start" aria-labelledby="map">
      <h2 class="utrecht-heading-2" id="map">
        {t.board.map}
      </h2>
      <p class="zb-small zb-soft">{isReal ? t.board.mapTextReal : t.board.mapText}</p>
      {isReal ? (
        <Streets viewBox={shape.viewBox} ground={ground}>
          <OutlineMarks tiles={shape.tiles} countOf={countOf} filter={filter} />
        </Streets>
      ) : (
        <svg class="zb-map" viewBox={shape.viewBox} role="group" aria-label={t.board.mapLabel}>
          {shape.tiles.map((tile) => (
            <TileShape key={tile.neighbourhood.code} tile={tile} count={countOf(tile)} filter={filter} />
          ))}
          <path class="hx-edge" d={shape.borders} />
          <DistrictNames labels={shape.labels} />
        </svg>
      )}
      <MapLegend />
      <p class="zb-small zb-soft">{isReal ? t.board.mapNoteReal : t.board.mapNote}</p>
    </section>
  );
}
