import { describe, expect, it } from '@jest/globals';
import * as ofContracts from '@app/contracts/http/vocabulary.js';
import * as ofDomain from '@app/domain/kernel/vocabulary.js';

const contracts: Readonly<Record<string, unknown>> = { ...ofContracts };
const domain: Readonly<Record<string, unknown>> = { ...ofDomain };

/** Words that both know; each may know words of its own. */
const shared = [
  'categories',
  'urgencies',
  'requestStatuses',
  'trustLevels',
  'maxDistances',
  'dayParts',
  'weekdays',
] as const;

describe('the words of the rules and of the interface', () => {
  it.each(shared)('%s are the same, in the same order', (name) => {
    expect(domain[name]).toBeInstanceOf(Array);
    expect(contracts[name]).toStrictEqual(domain[name]);
  });

  it('are all compared here', () => {
    const lists = Object.entries(domain).filter(([, value]) => Array.isArray(value));
    expect(lists.map(([name]) => name).toSorted()).toStrictEqual([...shared].toSorted());
  });
});
