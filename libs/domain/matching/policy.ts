import type { Urgency } from '../kernel/vocabulary.js';

/** How dearly a newcomer's first help is wanted, against fewer asks. */
export const policyPresets = ['lean', 'balanced', 'active'] as const;
export type PolicyPreset = (typeof policyPresets)[number];

/** How large the waves are: calm asks fewer people at once and takes longer. */
export const policyTempos = ['standard', 'calm'] as const;
export type PolicyTempo = (typeof policyTempos)[number];

/** What differs between acute and planned requests. */
export interface UrgencyPolicy {
  /** Chance of a timely yes that the first wave aims at. */
  readonly firstTarget: number;
  /** Chance of a timely yes that later waves aim at, at least. */
  readonly laterTarget: number;
  /** Length of a round, in standard deviations of the log reply delay above its median. */
  readonly roundQuantile: number;
  /** How strongly waves shrink as budgets around this request run out. */
  readonly localPace: number;
  /** How strongly waves shrink as budgets in the whole town run out. */
  readonly townPace: number;
  /** A newcomer's yes counts this many times, while there is time. */
  readonly newcomerValue: number;
  /** Minutes between two looks at the request. */
  readonly tickMinutes: number;
}

/** Everything the planner may be set to; the version is stored beside each ask. */
export interface PolicyParameters {
  readonly version: string;
  readonly acute: UrgencyPolicy;
  readonly planned: UrgencyPolicy;
  /** Chance of a yes aimed at over all rounds that remain. */
  readonly overallTarget: number;
  /** Largest chance one round aims at. */
  readonly largestTarget: number;
  /** Cover that is not worth another ask. */
  readonly smallestDeficit: number;
  readonly localBusyThreshold: number;
  readonly townBusyThreshold: number;
  /** Waves never shrink below this share. */
  readonly smallestPace: number;
  /** Price of each unit of fatigue. */
  readonly fatiguePrice: number;
  /** Price of having been asked more often than others. */
  readonly fairnessPrice: number;
  /** Standard deviations of optimism about people of whom little is known; planned requests only. */
  readonly uncertaintyBonus: number;
  /** Newcomers are preferred while more than this share of the time is left. */
  readonly newcomerSlack: number;
  /** And this many times more if it is to their first ask ever. */
  readonly firstAskValue: number;
  /** Price of asking people from elsewhere in the municipality in the first wave, when people nearby may do. */
  readonly farPrice: number;
}

const newcomerValues = { lean: 1.5, balanced: 4, active: 8 } as const satisfies Record<PolicyPreset, number>;
const fairnessPrices = { lean: 0.3, balanced: 0.6, active: 0.6 } as const satisfies Record<PolicyPreset, number>;

type Targets = Pick<UrgencyPolicy, 'firstTarget' | 'laterTarget'>;
const targets: Record<PolicyTempo, Record<Urgency, Targets>> = {
  standard: {
    acute: { firstTarget: 0.79, laterTarget: 0.7 },
    planned: { firstTarget: 0.57, laterTarget: 0.15 },
  },
  calm: {
    acute: { firstTarget: 0.6, laterTarget: 0.5 },
    planned: { firstTarget: 0.35, laterTarget: 0.1 },
  },
};

/** Every version that decisions were or are made with; what a version means never changes. */
export const policyVersions: readonly string[] = policyPresets.flatMap((preset) =>
  policyTempos.map((tempo) => `pace-1/${preset}/${tempo}`),
);

/** The parameters of a stored version. */
export function policyByVersion(version: string): PolicyParameters | undefined {
  for (const preset of policyPresets)
    for (const tempo of policyTempos) {
      const policy = policyOf(preset, tempo);
      if (policy.version === version) return policy;
    }
  return undefined;
}

/** The parameters of one preset at one tempo, for example version `pace-1/balanced/standard`. */
export function policyOf(preset: PolicyPreset, tempo: PolicyTempo): PolicyParameters {
  return {
    version: `pace-1/${preset}/${tempo}`,
    acute: { ...targets[tempo].acute, roundQuantile: 0.8, localPace: 2, townPace: 1, newcomerValue: 1, tickMinutes: 4 },
    planned: {
      ...targets[tempo].planned,
      roundQuantile: 0.9,
      localPace: 3,
      townPace: 3,
      newcomerValue: newcomerValues[preset],
      tickMinutes: 15,
    },
    overallTarget: 0.95,
    largestTarget: 0.98,
    smallestDeficit: 0.1,
    localBusyThreshold: 0.3,
    townBusyThreshold: 0.22,
    smallestPace: 0.3,
    fatiguePrice: 0.1,
    fairnessPrice: fairnessPrices[preset],
    uncertaintyBonus: 0.3,
    newcomerSlack: 0.4,
    firstAskValue: 1,
    farPrice: 1,
  };
}
