import type { TwinParameters } from '../parameters.js';
import { policyNames } from '../policies/registry.js';
import type { Options } from './options.js';
import { seedsFor } from './seeds.js';
import type { Scenario } from './study.js';

/** One assumption otherwise than in the base. */
export interface Sensitivity {
  readonly name: string;
  readonly says: string;
  readonly changes: Partial<TwinParameters>;
}

/** Every assumption that the design names a range for. */
export const sensitivities: readonly Sensitivity[] = [
  { name: 'few-people', says: '1,200 people registered', changes: { registered: 1200 } },
  { name: 'quiet', says: '4 requests a day', changes: { requestsPerDay: 4 } },
  { name: 'busy', says: '30 requests a day', changes: { requestsPerDay: 30 } },
  { name: 'unwilling', says: 'everybody 0.7 logit less willing', changes: { willingness: -0.7 } },
  { name: 'willing', says: 'everybody 0.5 logit more willing', changes: { willingness: 0.5 } },
  { name: 'tiring', says: 'fatigue weighs twice as much (kappa 0.5)', changes: { kappa: 0.5 } },
  {
    name: 'slow',
    says: 'answers take three times as long (20 and 120 minutes)',
    changes: { acuteDelayMinutes: 20, plannedDelayMinutes: 120 },
  },
];

/** What the design gives no range for, but what could be otherwise all the same. */
export const furtherSensitivities: readonly Sensitivity[] = [
  { name: 'unseen', says: 'half of those who mute or leave do so unseen', changes: { silentLeavers: 0.5 } },
  { name: 'board-too', says: 'people also look at the board', changes: { boardBesideAsks: 1 } },
];

/** Who lives through every sensitivity, and who through every pair of them. */
export const stressed = [
  'ours-balanced',
  'ours-active',
  'ours-active-calm',
  'nearest-10',
  'nearest-10-within-budgets',
  // What knowing would bring there.
  'oracle-active-8',
] as const;
export const stressedTwice = ['ours-balanced', 'ours-active', 'nearest-10'] as const;

/** Pairs of sensitivities that can be true together, in the order of the list. */
export function pairsOf(list: readonly Sensitivity[]): readonly (readonly [Sensitivity, Sensitivity])[] {
  return list.flatMap((one, index) =>
    list.slice(index + 1).flatMap((other) => {
      const clash = Object.keys(one.changes).some((name) => name in other.changes);
      return clash ? [] : [[one, other] as const];
    }),
  );
}

/** Everything a report needs: the base with every policy, each sensitivity, and the pairs with a quarter of the seeds. */
export function scenariosOfReport({
  purpose,
  seeds: count,
  stressSeeds,
  days,
}: Pick<Options, 'purpose' | 'seeds' | 'stressSeeds' | 'days'>): readonly Scenario[] {
  const seeds = seedsFor(purpose, count);
  const some = seedsFor(purpose, stressSeeds);
  const few = seedsFor(purpose, Math.floor(stressSeeds / 4));
  const all: readonly Scenario[] = [
    { name: 'base', changes: {}, policies: policyNames, seeds, days },
    ...sensitivities.map(({ name, changes }) => ({ name, changes, policies: stressed, seeds: some, days })),
    ...furtherSensitivities.map(({ name, changes }) => ({ name, changes, policies: stressedTwice, seeds: few, days })),
    ...pairsOf(sensitivities).map(([one, other]) => ({
      name: pairName(one, other),
      changes: { ...one.changes, ...other.changes },
      policies: stressedTwice,
      seeds: few,
      days,
    })),
  ];
  return all.filter((scenario) => scenario.seeds.length > 0);
}

/** Name of the scenario in which both are true. */
export function pairName(one: Sensitivity, other: Sensitivity): string {
  return `${one.name}+${other.name}`;
}
