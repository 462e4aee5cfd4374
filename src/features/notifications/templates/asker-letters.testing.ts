import type { AnySample } from './sample.testing.js';
import type { TemplateData } from './template-data.js';

/** The ways in which it is told that a neighbour said yes; of a caller, Truus, the organiser who took the request hears it. */
export function ofAskers(one: TemplateData): AnySample[] {
  const told = one['asker-has-helper'];
  const caller = { ...told, caller: 'Truus', confirmUrl: null };
  return [
    { template: 'asker-has-helper', data: { ...told, confirmUrl: null, autoConfirmed: true } },
    { template: 'asker-has-helper', data: { ...told, insteadOf: 'Fatma' } },
    { template: 'asker-has-helper', data: { ...told, confirmUrl: null, helperGivenName: '' } },
    { template: 'asker-has-helper', data: { ...caller, autoConfirmed: true } },
    { template: 'asker-has-helper', data: caller },
    { template: 'helper-withdrew', data: { ...one['helper-withdrew'], caller: 'Truus' } },
  ];
}
