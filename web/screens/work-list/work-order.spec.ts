import { describe, expect, it } from '@jest/globals';
import { aHelper, aRequest, specNow as now } from '../../parts/request.testing.js';
import { workStatus } from './work-order.js';
import { workTimeline } from './work-timeline.js';

const clock = aRequest().escalation;
const late = aRequest({ id: 'late', escalation: { ...clock, level: 1, coordinatorAt: '2026-11-24T13:08:00Z' } });

describe('a request as its coordinator sees it', () => {
  it('says how it stands', () => {
    expect(workStatus(late)).toEqual({ text: 'Niemand gevonden', badge: 'danger' });
    expect(workStatus(aRequest()).badge).toBe('warning');
    expect(workStatus(aRequest({ status: 'matched', helpers: [aHelper('Wim')] }))).toEqual({
      text: 'Ja gezegd: Wim',
      badge: 'safe',
    });
  });

  it('tells what happened before what comes', () => {
    expect(workTimeline(late, now).map(({ head, state }) => `${state}: ${head}`)).toEqual([
      'done: 14:08 uur - Naar de coördinator',
      'done: 14:10 uur - Vraag binnen',
      'now: Nu - Wij vragen buren',
      'later: 15:10 uur - Naar het loket',
      'later: 16:00 uur - De hulp moet klaar zijn',
    ]);
  });
});
