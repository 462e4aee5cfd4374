import { MINUTE } from '../../domain/kernel/time.js';
import type { Urgency } from '../../domain/kernel/vocabulary.js';
import { featureLayout, featuresOf, probabilityOf, willingness } from '../../domain/learning/index.js';
import { eligibilityRefusal } from '../../domain/matching/eligibility.js';
import type { Neighbour } from '../year/neighbour.js';
import type { PolicyMaker } from '../year/year.js';
import type { AskPolicy, ChosenAsk, Look, Wave } from './ask-policy.js';
import { Learner } from './learner.js';

/** How long these policies wait before they ask more people, in minutes (chosen: about 80% of those who answer have). */
const patience: Readonly<Record<Urgency, number>> = { acute: 15, planned: 180 };

/** They ask ten at a time, as is usual. */
const TEN = 10;

/** Nobody is asked: people come and look. */
export const boardOnly: PolicyMaker = () => ({
  keepsBudgets: true,
  board: true,
  effectOf: () => unknown,
  look: () => ({ asks: [], nextLookInMs: Number.POSITIVE_INFINITY }),
});

/** Everybody at once. */
export const broadcast: PolicyMaker = () => choosing(false, (able) => able);

/** Everybody at once whose budget allows it. */
export const broadcastWithinBudgets: PolicyMaker = () => choosing(true, (able) => able);

/** The ten nearest, then the next ten. */
export const nearestTen: PolicyMaker = () => choosing(false, (able) => able.toSorted(byDistance).slice(0, TEN));

/** The ten nearest whose budget allows it, then the next ten. */
export const nearestTenWithinBudgets: PolicyMaker = () =>
  choosing(true, (able) => able.toSorted(byDistance).slice(0, TEN));

/** The ten who were asked least, then the next ten. */
export const roundRobin: PolicyMaker = () =>
  choosing(true, (able) => able.toSorted((a, b) => a.asksEver - b.asksEver || byDistance(a, b)).slice(0, TEN));

/** As many of the nearest as give nine chances in ten of a yes, if everybody said yes as often as people do on average. */
export const quantileWave: PolicyMaker = () => {
  const { belief } = new Learner();
  const anybody = belief.weights.slice(0, 2).map(probabilityOf);
  const average = anybody.reduce((sum, chance) => sum + chance, 0) / anybody.length;
  const size = Math.ceil(Math.log(0.1) / Math.log(1 - average));
  return choosing(true, (able) => able.toSorted(byDistance).slice(0, size));
};

/** The one who is believed the most willing, then the next: it learns as the product does, and wants nothing else. */
export const bestFirst: PolicyMaker = () => {
  const learner = new Learner();
  const best = (look: Look): readonly ChosenAsk[] => {
    const believed = askable(look, true).map((neighbour) => {
      const probability = probabilityOf(willingness(neighbour, look.request, learner.belief));
      return { neighbour, probability };
    });
    const [first] = believed.toSorted((a, b) => b.probability - a.probability);
    if (first === undefined) return [];
    const { neighbour, probability } = first;
    const record = {
      layout: featureLayout,
      features: featuresOf(neighbour, look.request),
      urgency: look.request.urgency,
    };
    return [{ personId: neighbour.personId, probability, record }];
  };
  return {
    keepsBudgets: true,
    board: false,
    effectOf: learner.effectOf,
    look: (look) => patiently(look, () => best(look)),
    learn: (closed) => learner.learn(closed),
  };
};

const unknown = { mean: 0, variance: 0 };

/** A policy that asks a part of those who may be asked now, each time its patience ends or somebody says no. */
export function choosing(
  keepsBudgets: boolean,
  choose: (able: readonly Neighbour[], look: Look) => readonly Neighbour[],
): AskPolicy {
  return {
    keepsBudgets,
    board: false,
    effectOf: () => unknown,
    look: (look) =>
      patiently(look, () =>
        choose(askable(look, keepsBudgets), look).map(({ personId }) => ({ personId, probability: 0 })),
      ),
  };
}

/** Asks more people only when nobody who was asked lately may still answer. */
function patiently({ request, outstanding, now }: Look, choose: () => readonly ChosenAsk[]): Wave {
  const wait = patience[request.urgency] * MINUTE;
  const waitedFor = Math.max(0, ...outstanding.map(({ askedAt }) => askedAt + wait - now));
  return waitedFor > 0 ? { asks: [], nextLookInMs: waitedFor } : { asks: choose(), nextLookInMs: wait };
}

/** Everybody who may be asked now; those who only lack budget too, when budgets are not kept. */
function askable({ neighbours, request, now }: Look, keepsBudgets: boolean): readonly Neighbour[] {
  return neighbours.filter((neighbour) => {
    const refusal = eligibilityRefusal(neighbour, request, now);
    return refusal === null || (refusal === 'budget' && !keepsBudgets);
  });
}

function byDistance(a: Neighbour, b: Neighbour): number {
  return a.distanceKm - b.distanceKm || a.who - b.who;
}
