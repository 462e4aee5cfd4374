import { describe, expect, it } from '@jest/globals';
import { reachableBy } from './reachable-by.js';

describe('reachableBy', () => {
  it('follows the choice of the person', () => {
    expect(reachableBy({ email: true, phone: true, channels: ['sms', 'email'] })).toEqual(['sms', 'email']);
  });

  it('leaves out what there is no number or address for', () => {
    expect(reachableBy({ email: true, phone: false, channels: ['sms', 'email'] })).toEqual(['email']);
    expect(reachableBy({ email: true, phone: false, channels: ['sms'] })).toEqual(['email']);
  });

  it('calls whoever has no e-mail', () => {
    expect(reachableBy({ email: false, phone: true, channels: null })).toEqual(['voice']);
  });

  it('says so when there is no way at all', () => {
    expect(reachableBy({ email: false, phone: false, channels: ['email', 'sms', 'voice'] })).toEqual([]);
  });
});
