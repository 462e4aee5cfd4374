import { describe, expect, it } from '@jest/globals';
import { ProblemError } from './problem-error.js';
import { tellWhatToDo } from './tell-what-to-do.js';

const away = new ProblemError('store-unavailable', { retryAfterSeconds: 30 });

function told(method: string, headers: Record<string, string> = {}, problem = away) {
  return tellWhatToDo(problem, { method, headers }).toBody('0199').detail;
}

describe('what somebody hears whose data could not be reached', () => {
  it('is to try again, where nothing was to be stored', () => {
    expect(told('GET')).toBe('Probeer het over een halve minuut opnieuw.');
  });

  it('is that trying again does no harm, where the same call twice is one', () => {
    const harmless =
      'Probeer het over een halve minuut opnieuw. Dat kan geen kwaad, ook als het toch al was opgeslagen.';
    expect(told('PUT')).toBe(harmless);
    expect(told('DELETE')).toBe(harmless);
    expect(told('POST', { 'idempotency-key': 'key-12345' })).toBe(harmless);
  });

  it('is to look first, where the same call twice is two', () => {
    expect(told('POST')).toMatch(/^Misschien is het toch opgeslagen\. Kijk dat over een halve minuut na\./);
  });

  it('still says when', () => {
    expect(tellWhatToDo(away, { method: 'PUT', headers: {} }).details.retryAfterSeconds).toBe(30);
  });

  it('is no other fault', () => {
    const other = new ProblemError('already-matched');
    expect(tellWhatToDo(other, { method: 'PUT', headers: {} })).toBe(other);
  });
});
