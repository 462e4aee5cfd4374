import type { Fact } from './fact.js';

let made = 0;
/** A fact of somebody, of a request or of what else is counted, at noon of a day. */
export function fact(kind: Fact['kind'], day: string, overrides: Partial<Fact> = {}): Fact {
  made += 1;
  return {
    id: `fact-${made}`,
    historyId: kind.startsWith('case-') ? 'request' : 'person',
    kind,
    at: Date.parse(`${day}T12:00:00Z`),
    day,
    districtCode: 'WK032700',
    organisationId: 'oost',
    code: kind === 'helped' ? 'yes' : '',
    detail: kind === 'helped' ? `request-${made}` : '',
    amount: 1,
    ...overrides,
  };
}
