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

/** Ways of setting the planner, by generation. What a generation means never changes: decisions are replayed with it. */
export const policyGenerations = ['pace-1', 'pace-2', 'pace-3'] as const;
export type PolicyGeneration = (typeof policyGenerations)[number];

/** The generation that associations are asked with; another one can be tried in the shadow. */
export const launchedGeneration: PolicyGeneration = 'pace-3';

/** The generation that associations had before, to try beside the present one. */
export const generationBefore: PolicyGeneration = 'pace-2';

/** What a version says of itself, for example `pace-3/balanced/standard`. */
export interface PolicyName {
  readonly generation: PolicyGeneration;
  readonly preset: PolicyPreset;
  readonly tempo: PolicyTempo;
}

type ByPreset<Value> = Readonly<Record<PolicyPreset, Value>>;

interface TempoTargets {
  readonly acute: Pick<UrgencyPolicy, 'firstTarget' | 'laterTarget'>;
  readonly planned: { readonly firstTarget: ByPreset<number>; readonly laterTarget: number };
}

/** What differs between generations, presets and tempos; all else is the same in every policy. */
interface Generation {
  readonly targets: Readonly<Record<PolicyTempo, TempoTargets>>;
  readonly acuteTickMinutes: number;
  readonly overallTarget: number;
  readonly smallestDeficit: number;
  readonly newcomerSlack: number;
  readonly newcomerValue: ByPreset<number>;
  readonly firstAskValue: ByPreset<number>;
  readonly fairnessPrice: ByPreset<number>;
  readonly uncertaintyBonus: ByPreset<number>;
  readonly farPrice: number;
}

// Smaller first waves that are topped up sooner; newcomers count for more, but only while there is much time.
const pace2: Generation = {
  targets: {
    standard: {
      acute: { firstTarget: 0.77, laterTarget: 0.7 },
      planned: { firstTarget: { lean: 0.5, balanced: 0.52, active: 0.5 }, laterTarget: 0.25 },
    },
    calm: {
      acute: { firstTarget: 0.6, laterTarget: 0.5 },
      planned: { firstTarget: { lean: 0.32, balanced: 0.32, active: 0.32 }, laterTarget: 0.15 },
    },
  },
  acuteTickMinutes: 2,
  overallTarget: 0.9,
  smallestDeficit: 0.05,
  newcomerSlack: 0.8,
  newcomerValue: { lean: 1.5, balanced: 4.5, active: 10.5 },
  firstAskValue: { lean: 1, balanced: 2, active: 2 },
  fairnessPrice: { lean: 0.3, balanced: 0.62, active: 0.62 },
  uncertaintyBonus: { lean: 0.3, balanced: 0.6, active: 0.9 },
  farPrice: 1.5,
};

const generations: Readonly<Record<PolicyGeneration, Generation>> = {
  'pace-1': {
    targets: {
      standard: {
        acute: { firstTarget: 0.79, laterTarget: 0.7 },
        planned: { firstTarget: { lean: 0.57, balanced: 0.57, active: 0.57 }, laterTarget: 0.15 },
      },
      calm: {
        acute: { firstTarget: 0.6, laterTarget: 0.5 },
        planned: { firstTarget: { lean: 0.35, balanced: 0.35, active: 0.35 }, laterTarget: 0.1 },
      },
    },
    acuteTickMinutes: 4,
    overallTarget: 0.95,
    smallestDeficit: 0.1,
    newcomerSlack: 0.4,
    newcomerValue: { lean: 1.5, balanced: 4, active: 8 },
    firstAskValue: { lean: 1, balanced: 1, active: 1 },
    fairnessPrice: { lean: 0.3, balanced: 0.6, active: 0.6 },
    uncertaintyBonus: { lean: 0.3, balanced: 0.3, active: 0.3 },
    farPrice: 1,
  },
  'pace-2': pace2,
  // Active: a little sooner, a little more alike, newcomers for a little less. Calm asks fewer when there is haste.
  'pace-3': {
    ...pace2,
    targets: {
      standard: {
        acute: pace2.targets.standard.acute,
        planned: { firstTarget: { lean: 0.5, balanced: 0.52, active: 0.51 }, laterTarget: 0.25 },
      },
      calm: {
        acute: { firstTarget: 0.56, laterTarget: 0.46 },
        planned: { firstTarget: { lean: 0.32, balanced: 0.32, active: 0.3 }, laterTarget: 0.15 },
      },
    },
    newcomerValue: { lean: 1.5, balanced: 4.5, active: 10.25 },
    fairnessPrice: { lean: 0.3, balanced: 0.62, active: 0.66 },
  },
};

/** Every version that decisions were or are made with. */
export const policyVersions: readonly string[] = policyGenerations.flatMap((generation) =>
  policyPresets.flatMap((preset) => policyTempos.map((tempo) => versionOf(generation, preset, tempo))),
);

/** What a stored version says of itself; undefined for one that never was. */
export function policyNameOf(version: string): PolicyName | undefined {
  for (const generation of policyGenerations)
    for (const preset of policyPresets)
      for (const tempo of policyTempos) {
        if (versionOf(generation, preset, tempo) === version) return { generation, preset, tempo };
      }
  return undefined;
}

/** The parameters of a stored version; undefined for one that never was. */
export function policyByVersion(version: string): PolicyParameters | undefined {
  const name = policyNameOf(version);
  return name && policyOf(name.preset, name.tempo, name.generation);
}

/**
 * The parameters of one preset at one tempo, for example version `pace-3/balanced/standard`. Numbers that stand here are of
 * every generation, also of those that decisions were made with: what differs in a new one belongs to `Generation`.
 */
export function policyOf(
  preset: PolicyPreset,
  tempo: PolicyTempo,
  generation: PolicyGeneration = launchedGeneration,
): PolicyParameters {
  const own = generations[generation];
  const { acute, planned } = own.targets[tempo];
  return {
    version: versionOf(generation, preset, tempo),
    acute: {
      ...acute,
      roundQuantile: 0.8,
      localPace: 2,
      townPace: 1,
      newcomerValue: 1,
      tickMinutes: own.acuteTickMinutes,
    },
    planned: {
      firstTarget: planned.firstTarget[preset],
      laterTarget: planned.laterTarget,
      roundQuantile: 0.9,
      localPace: 3,
      townPace: 3,
      newcomerValue: own.newcomerValue[preset],
      tickMinutes: 15,
    },
    overallTarget: own.overallTarget,
    largestTarget: 0.98,
    smallestDeficit: own.smallestDeficit,
    localBusyThreshold: 0.3,
    townBusyThreshold: 0.22,
    smallestPace: 0.3,
    fatiguePrice: 0.1,
    fairnessPrice: own.fairnessPrice[preset],
    uncertaintyBonus: own.uncertaintyBonus[preset],
    newcomerSlack: own.newcomerSlack,
    firstAskValue: own.firstAskValue[preset],
    farPrice: own.farPrice,
  };
}

function versionOf(generation: PolicyGeneration, preset: PolicyPreset, tempo: PolicyTempo): string {
  return `${generation}/${preset}/${tempo}`;
}
