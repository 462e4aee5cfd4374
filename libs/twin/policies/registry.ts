import {
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

/** What a newcomer's yes counts for in the oracles that show what each share of activation costs. */
const oracleNewcomerValues = [1, 3, 8, 16, 40] as const;

/** `ours-balanced`, or `ours-balanced-calm`. */
function oursName(preset: PolicyPreset, tempo: PolicyTempo): string {
  return tempo === 'standard' ? `ours-${preset}` : `ours-${preset}-${tempo}`;
}

/** The oracle that plans as our standard tempo, with this value of a newcomer's yes. */
function oracleName(newcomerValue: number): string {
  return `oracle-${newcomerValue}`;
}

const ours = policyPresets.flatMap((preset) =>
  policyTempos.map((tempo): [string, PolicyMaker] => [oursName(preset, tempo), pace(policyOf(preset, tempo))]),
);
const oracles = oracleNewcomerValues.map((newcomerValue): [string, PolicyMaker] => [
  oracleName(newcomerValue),
  oracle({ ...policyOf('active', 'standard'), newcomerValue }),
]);

const makers: Readonly<Record<string, PolicyMaker>> = { ...compared, ...Object.fromEntries([...ours, ...oracles]) };

/** Every policy by name: those compared with, ours, and the oracles. */
export const policyNames: readonly string[] = Object.keys(makers);

/** @throws RangeError for a name that is not in `policyNames`. */
export function policyNamed(name: string): PolicyMaker {
  const maker = makers[name];
  if (maker === undefined) throw new RangeError(`No policy is called ${name}`);
  return maker;
}
