import type { Urgency } from '../kernel/vocabulary.js';
import type { AskOutcome } from './evidence.js';
import { type AskedPerson, featureLayout, featuresOf } from './features.js';
import type { AskRecord } from './learn.js';
import { probabilityOf } from './reply.js';

/** How the simulated people answer; the guesses that learning starts from are all wrong about them. */
export const truth = {
  never: -1.7,
  regular: -0.6,
  distance: -0.6,
  acute: 0.3,
  personalSd: 0.8,
  medianMinutes: { acute: 7, planned: 45 },
  logSd: 1,
  declineShare: 0.4,
} as const;

/** One simulated ask with its outcome, and what it came from. */
export interface SimulatedAsk {
  readonly personId: string;
  readonly record: AskRecord;
  readonly outcome: AskOutcome;
  readonly realEffect: number;
}

/** Answers of people with differences of their own; those who answer too late for the last look are silent. */
export function simulatedAsks({ asks, people }: { asks: number; people: number }): readonly SimulatedAsk[] {
  const dice = diceFrom(20_261_122);
  const effects = Array.from({ length: people }, () => truth.personalSd * dice.normal());
  return Array.from({ length: asks }, (_, index) => {
    const number = index % people;
    const person: AskedPerson = {
      experience: number % 3 === 0 ? 'regular' : 'never',
      distanceKm: 3 * dice.uniform(),
      fatigue: 0,
      thankedRecently: 0,
    };
    const urgency = dice.uniform() < 0.7 ? 'acute' : 'planned';
    const logit =
      (person.experience === 'regular' ? truth.regular : truth.never) +
      truth.distance * person.distanceKm +
      (urgency === 'acute' ? truth.acute : 0) +
      effects[number]!;
    const help = { urgency, category: 'walk-dog' } as const;
    return {
      personId: `p${number}`,
      record: { layout: featureLayout, features: featuresOf(person, help), urgency },
      outcome: answer(probabilityOf(logit), urgency, dice),
      realEffect: effects[number]!,
    };
  });
}

function answer(p: number, urgency: Urgency, dice: Dice): AskOutcome {
  const lastLook = longestLook[urgency] * dice.uniform();
  const minutes = truth.medianMinutes[urgency] * Math.exp(truth.logSd * dice.normal());
  const willing = dice.uniform() < p;
  const replies = willing || dice.uniform() < truth.declineShare;
  if (!replies || minutes > lastLook) return { kind: 'silent', minutes: lastLook };
  return { kind: willing ? 'yes' : 'declined', minutes };
}

const longestLook: Readonly<Record<Urgency, number>> = { acute: 120, planned: 1440 };

interface Dice {
  uniform(): number;
  normal(): number;
}

/** Numbers that look random and are the same every time (Park and Miller). */
function diceFrom(seed: number): Dice {
  let state = seed;
  const uniform = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
