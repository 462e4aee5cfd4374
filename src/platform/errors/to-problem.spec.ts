import { describe, expect, it } from '@jest/globals';
import { toProblem } from './to-problem.js';

const lost = (message: string): Error => Object.assign(new Error(message), { code: 'ECONNRESET' });

describe('what is said of an error', () => {
  it('takes a caller who hung up for no fault of the store', () => {
    expect(toProblem(lost('aborted')).code).toBe('invalid-json');
    expect(toProblem(lost('read ECONNRESET')).code).toBe('store-unavailable');
  });

  it('tells nothing of what nobody foresaw', () => {
    const problem = toProblem(new Error('the number of Truus is 06 12 34 56 78'));
    expect(problem.code).toBe('internal-error');
    expect(JSON.stringify(problem)).not.toContain('Truus');
  });
});
