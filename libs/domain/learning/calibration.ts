/** Asks with about the same believed chance of a yes, counted. */
export interface CountedAnswers {
  /** Group, as `calibrationGroupOf` counts them. */
  readonly group: number;
  readonly asks: number;
  /** Mean chance of a yes in the time there was, as it was believed when asking. */
  readonly expected: number;
  readonly yeses: number;
}

/** A group of asks whose chance of a yes was believed to be about the same. */
export interface CalibrationGroup {
  readonly from: number;
  readonly until: number;
  readonly asks: number;
  readonly expected: number;
  /** Share that said yes, with the range in which the true share lies in 95 of 100 such groups; null for too few asks. */
  readonly observed: number | null;
  readonly likelyFrom: number | null;
  readonly likelyUntil: number | null;
}

/** Whether people say yes as often as was believed when they were asked. */
export interface Calibration {
  readonly asks: number;
  /**
   * Expected calibration error: how far the share of yeses lies from what was believed, on average over the asks of groups
   * large enough to tell. Null for too few asks.
   */
  readonly error: number | null;
  /** Groups with asks, by rising chance. */
  readonly groups: readonly CalibrationGroup[];
}

/** Where the groups begin; nearly all chances are small. */
export const calibrationGroupsFrom = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45] as const;

/** A share of fewer asks says more about the few people than about the estimates. */
const FEWEST_IN_GROUP = 20;
/** With fewer asks in all, chance alone makes an error of some points. */
const FEWEST = 200;
/** Larger errors than this are worth somebody's attention. */
const TOLERATED_ERROR = 0.05;
const Z = 1.96;

/** Group of a chance, counted from 0. */
export function calibrationGroupOf(expected: number): number {
  return calibrationGroupsFrom.findLastIndex((from) => expected >= from);
}

/** Believed against seen, from counts by group. */
export function calibrationOf(counted: readonly CountedAnswers[]): Calibration {
  const groups = counted
    .filter(({ asks }) => asks > 0)
    .toSorted((a, b) => a.group - b.group)
    .map(groupOf);
  const asks = groups.reduce((sum, group) => sum + group.asks, 0);
  return { asks, error: errorOf(groups), groups };
}

/** Whether the error is small enough; null for too few asks to tell. */
export function isCalibrated({ error }: Calibration): boolean | null {
  return error === null ? null : error <= TOLERATED_ERROR;
}

function groupOf({ group, asks, expected, yeses }: CountedAnswers): CalibrationGroup {
  const bounds = { from: calibrationGroupsFrom[group] ?? 0, until: calibrationGroupsFrom[group + 1] ?? 1 };
  if (asks < FEWEST_IN_GROUP) {
    return { ...bounds, asks, expected, observed: null, likelyFrom: null, likelyUntil: null };
  }
  return { ...bounds, asks, expected, observed: yeses / asks, ...wilson(yeses, asks) };
}

function errorOf(groups: readonly CalibrationGroup[]): number | null {
  let asks = 0;
  let errors = 0;
  for (const group of groups) {
    if (group.observed === null) continue;
    asks += group.asks;
    errors += group.asks * Math.abs(group.observed - group.expected);
  }
  return asks < FEWEST ? null : errors / asks;
}

/** Interval of Wilson (1927) for a share: holds also for small shares of few. */
function wilson(yeses: number, asks: number): { readonly likelyFrom: number; readonly likelyUntil: number } {
  const share = yeses / asks;
  const centre = share + Z ** 2 / (2 * asks);
  const spread = Z * Math.sqrt((share * (1 - share)) / asks + Z ** 2 / (4 * asks ** 2));
  const whole = 1 + Z ** 2 / asks;
  return { likelyFrom: Math.max(0, (centre - spread) / whole), likelyUntil: Math.min(1, (centre + spread) / whole) };
}
