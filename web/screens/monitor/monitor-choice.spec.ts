import { expect, it } from '@jest/globals';
import { choiceOf, monitorPath, whole, type Choice } from './monitor-choice.js';

const quarters = ['2026-Q2', '2026-Q3', '2026-Q4'] as const;
const districts = ['WK032700', 'WK032703'];
const queryOf = (path: string): Record<string, string> => Object.fromEntries(new URL(path, 'http://a').searchParams);

it.each<Choice>([
  { quarter: '2026-Q4', district: whole },
  { quarter: '2026-Q2', district: whole },
  { quarter: '2026-Q4', district: 'WK032703' },
  { quarter: '2026-Q3', district: 'WK032700' },
])('what is looked at comes back from its address: %j', (choice) => {
  expect(choiceOf(queryOf(monitorPath(choice, '2026-Q4')), quarters, districts)).toStrictEqual(choice);
});

it('is the latest quarter and the whole municipality when the address says nothing that is there', () => {
  const latest = { quarter: '2026-Q4', district: whole };
  expect(monitorPath(latest as Choice, '2026-Q4')).toBe('/monitor');
  expect(choiceOf({}, quarters, districts)).toStrictEqual(latest);
  expect(choiceOf({ kwartaal: '2019-Q1', wijk: 'WK999999' }, quarters, districts)).toStrictEqual(latest);
});
