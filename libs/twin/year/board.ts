import { DAY, type Instant } from '../../domain/kernel/time.js';
import { streams } from '../random.js';
import { saysYes, trueLogit } from '../world/truth.js';
import type { World } from '../world/world.js';
import type { Lives } from './lives.js';
import type { Neighbour } from './neighbour.js';
import type { OpenRequest } from './open-request.js';

/**
 * Who will take this request from the board, and when: people come by at their own pace, and say yes on their first visit
 * or not at all. Quiet hours do not matter to who comes by himself.
 */
export function boardYeses(
  world: World,
  lives: Lives,
  { arrival, neighbours }: OpenRequest,
): readonly { readonly at: Instant; readonly neighbour: Neighbour }[] {
  const { chance, parameters } = world;
  return neighbours.flatMap((neighbour) => {
    const { who, distanceKm } = neighbour;
    const visitsADay = lives.helps[who] === 0 ? parameters.boardVisitsNever : parameters.boardVisitsHelping;
    const at = arrival.at + (DAY / visitsADay) * chance.exponential(streams.visit, who, arrival.index);
    const comes = at <= arrival.deadline && lives.openAgreements[who] === 0;
    return comes && saysYes(world, arrival, who, trueLogit(world, arrival, who, distanceKm, lives.mood(who)))
      ? [{ at, neighbour }]
      : [];
  });
}
