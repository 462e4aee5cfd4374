import {
  type PolicyParameters,
  type PolicyPreset,
  policyOf,
  policyPresets,
  type PolicyTempo,
  policyTempos,
} from '../../domain/matching/policy.js';
import type { PolicyMaker } from '../year/year.js';
import { oracle } from './oracle.js';
import { pace } from './pace.js';
import { scaledProgramme } from './scaled-programme.js';
import {
  bestFirst,
  boardOnly,
  broadcast,
  broadcastWithinBudgets,
  nearestTen,
  nearestTenWithinBudgets,
  quantileWave,
  roundRobin,
} from './simple.js';

const compared: Readonly<Record<string, PolicyMaker>> = {
  'board-only': boardOnly,
  broadcast,
  'broadcast-within-budgets': broadcastWithinBudgets,
  'nearest-10': nearestTen,
  'nearest-10-within-budgets': nearestTenWithinBudgets,
  'round-robin': roundRobin,
  'quantile-90': quantileWave,
  'best-first': bestFirst,
  'scaled-programme': scaledProgramme,
};

/**
 * What a newcomer's yes counts for in the oracles: enough values to see what each share of activation costs. Each preset
 * has oracles of its own, with its own targets and prices.
 */
const oracleValues: Readonly<Record<PolicyPreset, readonly number[]>> = {
  lean: [0.7, 1.5],
  balanced: [4, 8, 16],
  active: [4, 8, 16, 32],
};

/** `ours-balanced`, or `ours-balanced-calm`. */
function oursName(preset: PolicyPreset, tempo: PolicyTempo): string {
  return tempo === 'standard' ? `ours-${preset}` : `ours-${preset}-${tempo}`;
}

/** The oracles that know the truth and plan as this preset does at standard tempo, by rising value of a newcomer's yes. */
export function oraclesLike(preset: PolicyPreset): readonly string[] {
  return oracleValues[preset].map((value) => oracleName(preset, value));
}

function oracleName(preset: PolicyPreset, newcomerValue: number): string {
  return `oracle-${preset}-${newcomerValue}`;
}

function withNewcomerValue(policy: PolicyParameters, newcomerValue: number): PolicyParameters {
  return { ...policy, planned: { ...policy.planned, newcomerValue } };
}

const ours = policyPresets.flatMap((preset) =>
  policyTempos.map((tempo): [string, PolicyMaker] => [oursName(preset, tempo), pace(policyOf(preset, tempo))]),
);
const oracles = policyPresets.flatMap((preset) =>
  oracleValues[preset].map((newcomerValue): [string, PolicyMaker] => [
    oracleName(preset, newcomerValue),
    oracle(withNewcomerValue(policyOf(preset, 'standard'), newcomerValue)),
  ]),
);

/** What associations got before, to see what the present generation is worth; balanced did not change since `pace-2`. */
const before = (
  [
    ['pace-1', 'balanced'],
    ['pace-1', 'active'],
    ['pace-2', 'active'],
  ] as const
).map(([generation, preset]): [string, PolicyMaker] => [
  `${generation}-${preset}`,
  pace(policyOf(preset, 'standard', generation)),
]);

const makers: Readonly<Record<string, PolicyMaker>> = {
  ...compared,
  ...Object.fromEntries([...before, ...ours, ...oracles]),
};

/** The versions that stand behind the names that begin with `ours`. */
export const ourVersions: readonly string[] = policyPresets.flatMap((preset) =>
  policyTempos.map((tempo) => policyOf(preset, tempo).version),
);

/** Every policy by name: those compared with, ours, and the oracles. */
export const policyNames: readonly string[] = Object.keys(makers);

/** @throws RangeError for a name that is not in `policyNames`. */
export function policyNamed(name: string): PolicyMaker {
  const maker = makers[name];
  if (maker === undefined) throw new RangeError(`No policy is called ${name}`);
  return maker;
}
