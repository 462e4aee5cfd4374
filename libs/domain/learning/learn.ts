import type { Instant } from '../kernel/time.js';
import { DAY, HOUR } from '../kernel/time.js';
import type { Urgency } from '../kernel/vocabulary.js';
import { type Belief, declineShareOf, type PersonalEffect } from './belief.js';
import { type AskOutcome, evidenceOnWillingness, expectedDeclines, learnDelay } from './evidence.js';
import { probabilityOf } from './reply.js';

/** An ask as it was when it was sent: what learning needs of it. */
export interface AskRecord {
  /** Order of the features. */
  readonly layout: string;
  readonly features: readonly number[];
  readonly urgency: Urgency;
}

/** What is believed after an outcome. */
export interface Learned {
  readonly belief: Belief;
  readonly effect: PersonalEffect;
}

/**
 * What one outcome teaches about everybody and about this person, one Newton step each: the more is known, the smaller
 * the step. An ask with features in another order than the belief's teaches nothing.
 */
export function learn(belief: Belief, effect: PersonalEffect, record: AskRecord, outcome: AskOutcome): Learned {
  if (record.layout !== belief.layout) return { belief, effect };
  const { features, urgency } = record;
  const delay = belief.replyDelay[urgency];
  const declineShare = declineShareOf(belief);
  const p = probabilityOf(product(belief.weights, features) + effect.mean);
  const { slope, curvature } = evidenceOnWillingness(outcome, p, delay, declineShare);
  const reach = spread(belief.covariance, features);
  const damping = 1 + curvature * (product(reach, features) + effect.variance);
  const declines = expectedDeclines(outcome, p, delay, declineShare);
  return {
    belief: {
      version: belief.version + 1,
      layout: belief.layout,
      weights: belief.weights.map((weight, index) => weight + ((reach[index] ?? 0) * slope) / damping),
      covariance: narrowed(belief.covariance, reach, curvature / damping),
      replyDelay: { ...belief.replyDelay, [urgency]: learnDelay(delay, outcome, p, declineShare) },
      declines: {
        notYes: belief.declines.notYes + declines.notYes,
        declined: belief.declines.declined + declines.declined,
      },
    },
    effect: {
      mean: effect.mean + (effect.variance * slope) / damping,
      variance: effect.variance - (effect.variance ** 2 * curvature) / damping,
    },
  };
}

/** The outcome of one person's ask. */
export interface ClosedAsk {
  readonly personId: string;
  readonly record: AskRecord;
  readonly outcome: AskOutcome;
}

/** Learns from all asks of a request that is over, in the order of the people's ids, whatever order they come in. */
export function learnFromClosedRequest(
  belief: Belief,
  asks: readonly ClosedAsk[],
  effectOf: (personId: string) => PersonalEffect,
): { readonly belief: Belief; readonly effects: ReadonlyMap<string, PersonalEffect> } {
  const effects = new Map<string, PersonalEffect>();
  let known = belief;
  for (const { personId, record, outcome } of asks.toSorted(byPerson)) {
    const learned = learn(known, effects.get(personId) ?? effectOf(personId), record, outcome);
    known = learned.belief;
    effects.set(personId, learned.effect);
  }
  return { belief: known, effects };
}

/** How long after a request is filled late answers are still waited for. */
const waitAfterFilled: Readonly<Record<Urgency, number>> = { acute: 2 * HOUR, planned: DAY };

/** When the asks of a request are learned from: late answers must have had a chance to come. */
export function learnAt(urgency: Urgency, closing: { readonly at: Instant; readonly filled: boolean }): Instant {
  return closing.filled ? closing.at + waitAfterFilled[urgency] : closing.at;
}

function byPerson(a: ClosedAsk, b: ClosedAsk): number {
  return a.personId < b.personId ? -1 : 1;
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** A square matrix times a vector; most features are 0. */
function spread(matrix: readonly number[], vector: readonly number[]): readonly number[] {
  const result = vector.map(() => 0);
  for (let column = 0; column < vector.length; column += 1) {
    const value = vector[column] ?? 0;
    if (value === 0) continue;
    for (let row = 0; row < vector.length; row += 1) {
      result[row] = (result[row] ?? 0) + (matrix[row * vector.length + column] ?? 0) * value;
    }
  }
  return result;
}

/** The matrix less `factor` times the square of the vector. */
function narrowed(matrix: readonly number[], vector: readonly number[], factor: number): readonly number[] {
  const size = vector.length;
  const result = matrix.slice();
  for (let row = 0; row < size; row += 1) {
    const scaled = (vector[row] ?? 0) * factor;
    for (let column = 0; column < size; column += 1) {
      const cell = row * size + column;
      result[cell] = (result[cell] ?? 0) - scaled * (vector[column] ?? 0);
    }
  }
  return result;
}
