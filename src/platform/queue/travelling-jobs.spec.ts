import { describe, expect, it } from '@jest/globals';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { travellersIn, travellingTogether } from './travelling-jobs.js';

const municipalityId = 'm-1';

function message(number: number, delayMs?: number): AnyPlannedJob {
  return {
    name: 'notifications.send',
    id: `message-${number}`,
    data: { municipalityId, eventId: 'e-1', recipientId: `p-${number}`, template: 'ask', subjectId: `k-${number}` },
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}

const wave: AnyPlannedJob = {
  name: 'matching.plan-wave',
  id: 'wave-1',
  data: { municipalityId, helpRequestId: 'r-1' },
};

describe('travelling jobs', () => {
  it('puts messages together, a few first and a limited number each, and leaves out or doubles none', () => {
    const jobs = Array.from({ length: 20 }, (_, index) => message(index));
    const carried = travellingTogether(jobs);
    expect(carried.map(({ id }) => id)).toStrictEqual(['message-0', 'message-3', 'message-17']);
    const travellers = carried.flatMap(({ id, data }) => travellersIn(data, id));
    expect(travellers).toStrictEqual(jobs.map(({ id, data }) => ({ id, data })));
  });

  it('has each request ask its first few before the next is planned, and any its last ones, the acute first', () => {
    const asksOf = (helpRequestId: string, acute: boolean): AnyPlannedJob[] =>
      Array.from({ length: 5 }, (_, index) => ({
        ...message(index),
        id: `${helpRequestId}-${index}`,
        wave: { helpRequestId, acute },
      }));
    const code: AnyPlannedJob = {
      name: 'notifications.send-code',
      id: 'code',
      data: { municipalityId, challengeId: 'c-1' },
    };
    const carried = travellingTogether([...asksOf('planned', false), wave, ...asksOf('acute', true), code]);
    const order = carried.toSorted((one, other) => (one.priority ?? 0) - (other.priority ?? 0));
    expect(order.map(({ id }) => id)).toStrictEqual(['code', 'acute-0', 'planned-0', 'wave-1', 'acute-3', 'planned-3']);
    expect(carried.flatMap(({ id, data }) => travellersIn(data, id))).toHaveLength(12);
  });

  it('lets every other job travel alone, and a message that has to wait', () => {
    const jobs = [wave, { ...wave, id: 'wave-2' }, message(1, 500), message(2, 0)];
    const carried = travellingTogether(jobs);
    expect(carried.map(({ id }) => id)).toStrictEqual(['wave-1', 'wave-2', 'message-1', 'message-2']);
    expect(carried.map(({ id, data }) => travellersIn(data, id))).toStrictEqual(
      jobs.map(({ id, data }) => [{ id, data }]),
    );
    expect(carried[2]?.delayMs).toBe(500);
  });

  it('finds the one job in what was carried before jobs travelled together', () => {
    expect(travellersIn(wave.data, wave.id)).toStrictEqual([{ id: 'wave-1', data: wave.data }]);
  });
});
