import { describe, expect, it } from '@jest/globals';
import { noteDateOfService, serviceNow } from './service-clock.js';

const device = Date.parse('2026-03-02T03:00:00Z');

describe('the clock of the service', () => {
  it('follows the header, ignores noise of the network and what is no date', () => {
    expect(serviceNow(device)).toBe(device);
    noteDateOfService('2026-11-24T13:00:00Z', device);
    expect(serviceNow(device + 60_000)).toBe(Date.parse('2026-11-24T13:01:00Z'));
    noteDateOfService('2026-11-24T13:00:01Z', device);
    expect(serviceNow(device)).toBe(Date.parse('2026-11-24T13:00:00Z'));
    noteDateOfService('soon', device);
    noteDateOfService(null, device);
    expect(serviceNow(device)).toBe(Date.parse('2026-11-24T13:00:00Z'));
    noteDateOfService('2026-11-24T14:00:00Z', device);
    expect(serviceNow(device)).toBe(Date.parse('2026-11-24T14:00:00Z'));
  });
});
