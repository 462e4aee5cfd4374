import type { AskingPolicyView, PolicyChoice, PolicyToKeep } from '@app/contracts/http/asking.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { policyName } from './policy-name.js';

const texts = nlOrganisers.asking;
const presets = Object.entries(texts.preset.names).map(([value, text]) => ({ value, text }));

/** What stands chosen of what is tried in the shadow. */
export function shadowChosen({ policy, shadow, generationBefore }: AskingPolicyView): string {
  if (shadow === null) return 'none';
  if (shadow.generation === policy.generation) return shadow.preset;
  const sameButBefore = shadow.generation === generationBefore && shadow.preset === policy.preset;
  return sameButBefore && shadow.tempo === policy.tempo ? 'before' : 'kept';
}

/** What may be tried; something that is tried already and has no name of its own can be kept as it is. */
export function shadowOptions(view: AskingPolicyView) {
  const kept = view.shadow !== null && shadowChosen(view) === 'kept' ? view.shadow : null;
  return [
    { value: 'none', text: texts.shadow.none },
    ...presets,
    { value: 'before', text: texts.shadow.before },
    ...(kept === null ? [] : [{ value: 'kept', text: texts.shadow.kept(policyName(kept, view.policy.generation)) }]),
  ];
}

/** What is tried differs in one thing from the policy, so that the difference tells something. */
export function shadowToKeep(chosen: string, policy: PolicyChoice, view: AskingPolicyView): PolicyToKeep['shadow'] {
  if (chosen === 'none') return null;
  if (chosen === 'kept') return view.shadow;
  if (chosen === 'before') return { ...policy, generation: view.generationBefore };
  return { preset: chosen as PolicyChoice['preset'], tempo: policy.tempo };
}
