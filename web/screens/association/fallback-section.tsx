import { nlOrganisers } from '../../messages/nl-organisers.js';
import { SelectField } from '../../parts/field.js';
import { keyOf, type SectionProps } from './settings-draft.js';

const texts = nlOrganisers.association.fallback;

/** Where things go while this association does not answer. The desk has no such choice: there everything ends. */
export function FallbackSection({ view, draft, change, errorOf }: SectionProps) {
  if (view.fallbacks.length === 0) return null;
  const choose = (key: string): void => {
    const chosen = view.fallbacks.find((one) => keyOf(one) === key);
    if (chosen) change({ fallback: { kind: chosen.kind, associationId: chosen.associationId } });
  };
  return (
    <section class="zb-flow zb-flow--s">
      <SelectField
        id="fallback"
        label={texts.title}
        hint={texts.hint}
        error={errorOf('fallback')}
        value={keyOf(draft.fallback)}
        onValue={choose}
        options={view.fallbacks.map((one) => ({ value: keyOf(one), text: one.name }))}
      />
      <p class="zb-soft" role="status">
        {draft.fallback.kind === 'welfare' ? texts.welfareHint : null}
      </p>
    </section>
  );
}
