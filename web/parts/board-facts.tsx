import type { BoardEntry } from '@app/contracts/http/board.js';
import { capital, dayPartText, durationText } from '../time/time-texts.js';
import { Icon } from './icon.js';
import { clock, hourglass, mapPin } from './icons.js';

/** When, how long and in which buurt: all that the board tells of a request. */
export function BoardFacts({ entry, now }: { entry: BoardEntry; now: number }) {
  return (
    <p class="zb-item__meta">
      <span>
        <Icon drawing={clock} />
        {capital(dayPartText(entry.day, entry.dayPart, now))}
      </span>
      <span>
        <Icon drawing={hourglass} />
        {durationText(entry.expectedMinutes)}
      </span>
      <span>
        <Icon drawing={mapPin} />
        {entry.cell.name}
      </span>
    </p>
  );
}
