import type { NamedPolicy } from '@app/contracts/http/asking.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';

const texts = nlOrganisers.asking;

/** What a policy is called; which rules it is by only when those are not the present ones. */
export function policyName({ preset, tempo, generation }: NamedPolicy, present: NamedPolicy['generation']): string {
  const more = [
    ...(tempo === 'calm' ? [texts.tempo.names.calm.toLocaleLowerCase('nl')] : []),
    ...(generation === present ? [] : [texts.otherRules(generation)]),
  ];
  return `‘${texts.preset.names[preset]}’${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}
