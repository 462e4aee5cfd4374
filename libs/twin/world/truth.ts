import type { Urgency } from '../../domain/kernel/vocabulary.js';
import { kindsOfHelp, type TwinParameters } from '../parameters.js';
import { streams } from '../random.js';
import type { Arrival } from './arrivals.js';
import type { World } from './world.js';

/** What is true of somebody at one moment and no policy but the oracle may know. */
export interface Mood {
  /** Helps completed, those before the first day included. */
  readonly helps: number;
  readonly fatigue: number;
  /** Logits won by thanks, and lost in hard times. */
  readonly boost: number;
}

/** Logit of the chance that somebody says yes. */
export function trueLogit(world: World, request: Arrival, who: number, distanceKm: number, mood: Mood): number {
  const { parameters, people } = world;
  return (
    nearHome(parameters, mood.helps) +
    parameters.willingness +
    (people.effect[who] ?? 0) +
    kindsOfHelp[request.category].effect +
    parameters.perKm * distanceKm -
    parameters.kappa * mood.fatigue +
    mood.boost +
    (request.urgency === 'acute' ? parameters.acuteEffect : 0)
  );
}

/** How somebody takes an ask: decided before it is sent, by person and request. */
export interface Reply {
  readonly kind: 'yes' | 'declined' | 'silent';
  /** Minutes until it is said. */
  readonly minutes: number;
}

/** The reply of somebody who says yes with this logit. */
export function replyOf(world: World, request: Arrival, who: number, logit: number): Reply {
  const { chance, parameters } = world;
  const minutes = replyMinutes(world, request, who);
  if (saysYes(world, request, who, logit)) return { kind: 'yes', minutes };
  const declines = chance.uniform(streams.decline, who, request.index) < parameters.declineShare;
  return { kind: declines ? 'declined' : 'silent', minutes };
}

/** Whether somebody with this logit says yes to this request; the more willing never say no where the less do not. */
export function saysYes({ chance }: World, request: Arrival, who: number, logit: number): boolean {
  return chance.uniform(streams.intention, who, request.index) < 1 / (1 + Math.exp(-logit));
}

/** Minutes from an ask to its answer, if any. */
export function replyMinutes({ chance, parameters }: World, request: Arrival, who: number): number {
  const { median, logSd } = trueDelay(parameters, request.urgency);
  return median * Math.exp(logSd * chance.normal(streams.delay, who, request.index));
}

/** Median in minutes and log-sd of the time until an answer. */
export function trueDelay(parameters: TwinParameters, urgency: Urgency): { median: number; logSd: number } {
  return urgency === 'acute'
    ? { median: parameters.acuteDelayMinutes, logSd: parameters.acuteDelayLogSd }
    : { median: parameters.plannedDelayMinutes, logSd: parameters.plannedDelayLogSd };
}

/** Logit of a yes near home after this many helps. */
export function nearHome({ never, first, regular }: TwinParameters, helps: number): number {
  const chance = helps === 0 ? never : helps === 1 ? first : regular;
  return Math.log(chance / (1 - chance));
}
