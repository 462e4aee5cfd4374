import { parseArgs } from 'node:util';
import { assumptions, type TwinParameters } from '../parameters.js';
import { policyNames } from '../policies/registry.js';
import { type Purpose } from './seeds.js';

/** What the command line asks for. */
export interface Options {
  readonly policies: readonly string[];
  readonly seeds: number;
  /** Seeds of each sensitivity of a report; pairs of them have a quarter. */
  readonly stressSeeds: number;
  readonly days: number;
  /** No year is begun after so many minutes. */
  readonly minutes: number;
  readonly purpose: Purpose;
  readonly changes: Partial<TwinParameters>;
  /** Write docs/twin.md. */
  readonly report: boolean;
  /** Measure campaigns among the willing instead of policies. */
  readonly campaign: boolean;
}

/** What to run, as told on the command line. @throws Error that says what may be told. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      policy: { type: 'string', default: 'all' },
      seeds: { type: 'string', default: '20' },
      'stress-seeds': { type: 'string' },
      minutes: { type: 'string' },
      days: { type: 'string', default: '365' },
      tuning: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      campaign: { type: 'boolean', default: false },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const policies = values.policy === 'all' ? policyNames : values.policy.split(',');
  const unknown = policies.filter((name) => !policyNames.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such policy: ${unknown.join(', ')}. There are: ${policyNames.join(', ')}`);
  }
  const changes = changesOf(values.set);
  if (values.report && (values.policy !== 'all' || values.tuning || values.set.length > 0)) {
    throw new Error(
      '--report is about all policies, the base and reporting seeds; leave --policy, --set and --tuning out',
    );
  }
  return {
    policies,
    seeds: wholeNumber('seeds', values.seeds),
    stressSeeds: wholeNumber('stress-seeds', values['stress-seeds'] ?? values.seeds),
    days: wholeNumber('days', values.days),
    minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : wholeNumber('minutes', values.minutes),
    purpose: values.tuning ? 'tuning' : 'reporting',
    changes,
    report: values.report,
    campaign: values.campaign,
  };
}

function changesOf(set: readonly string[]): Partial<TwinParameters> {
  return Object.fromEntries(
    set.map((assignment) => {
      const [name = '', value = ''] = assignment.split('=');
      if (!(name in assumptions) || value === '' || !Number.isFinite(Number(value))) {
        throw new Error(`--set name=number, where name is one of ${Object.keys(assumptions).join(', ')}`);
      }
      return [name, Number(value)];
    }),
  );
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 on`);
  return number;
}
