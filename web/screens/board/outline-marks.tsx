import { t } from '../../messages/texts.js';
import { boardPath, type BoardFilter } from './board-filter.js';
import { MARK_RADIUS, marksOf } from './outline-geometry.js';
import type { Tile } from './tile-geometry.js';

interface OutlineMarksProps {
  readonly tiles: readonly Tile[];
  readonly countOf: (tile: Tile) => number;
  readonly filter: BoardFilter;
}

/** The neighbourhoods as they lie, and on those with a request a number to press: they may be too small for a finger. */
export function OutlineMarks({ tiles, countOf, filter }: OutlineMarksProps) {
  const isChosen = ({ neighbourhood }: Tile): boolean => filter.cell === neighbourhood.cell.code;
  const marks = marksOf(tiles.filter((tile) => countOf(tile) > 0 || isChosen(tile)));
  return (
    <>
      {tiles.map((tile) => (
        <path key={tile.neighbourhood.code} class={`hx${isChosen(tile) ? ' hx-chosen' : ''}`} d={tile.path} />
      ))}
      {marks.map(({ tile: { neighbourhood, centre }, at }) => (
        // From a number to where it belongs, when there was no room for it there.
        <path
          key={neighbourhood.code}
          class="hx-lead"
          d={`M${Math.round(centre.x)} ${Math.round(centre.y)}L${Math.round(at.x)} ${Math.round(at.y)}`}
        />
      ))}
      {marks.map(({ tile, at: { x, y } }) => {
        const { code, name } = tile.neighbourhood.cell;
        const count = countOf(tile);
        const chosen = isChosen(tile);
        const shown = { cx: Math.round(x), cy: Math.round(y), r: MARK_RADIUS };
        return (
          <a
            key={tile.neighbourhood.code}
            href={boardPath({ ...filter, cell: chosen ? '' : code })}
            aria-label={chosen ? t.board.mapChosen(t.board.mapCell(name, count)) : t.board.mapCell(name, count)}
            aria-current={chosen ? 'true' : undefined}
          >
            <circle class={`hx hx-${Math.min(count, 2)}${chosen ? ' hx-chosen' : ''}`} {...shown} />
            {count === 1 ? <circle class="hx-hatch" fill="url(#map-hatch)" {...shown} /> : null}
            <text class={count > 1 ? 'hx-n hx-n--dark' : 'hx-n'} x={shown.cx} y={shown.cy + 6}>
              {count}
            </text>
          </a>
        );
      })}
    </>
  );
}
