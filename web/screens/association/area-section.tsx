import { useEffect } from 'preact/hooks';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { FieldError } from '../../parts/field.js';
import { sorted } from '../../parts/sorted.js';
import { Tick } from '../../parts/tick.js';
import { loadPlaces, places } from '../../places/places.js';
import type { SectionProps } from './settings-draft.js';

const texts = nlOrganisers.association.area;

/** Which neighbourhoods are the association's; those of others are shown, and cannot be chosen. */
export function AreaSection({ view, draft, change, errorOf }: SectionProps) {
  useEffect(() => void loadPlaces(), []);
  const chosen = new Set(draft.neighbourhoodCodes);
  const taken = new Set(view.takenCodes);
  const districts = new Map<string, { readonly code: string; readonly name: string }[]>();
  for (const { code, name, districtName } of places.value?.neighbourhoods ?? []) {
    districts.set(districtName, [...(districts.get(districtName) ?? []), { code, name }]);
  }
  const toggle = (code: string): void => {
    const codes = chosen.has(code) ? draft.neighbourhoodCodes.filter((one) => one !== code) : [...chosen, code];
    change({ neighbourhoodCodes: sorted(codes, (a, b) => (a < b ? -1 : 1)) });
  };
  if (view.kind === 'desk') return <p>{texts.desk}</p>;
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="area">
      <h3 class="utrecht-heading-3" id="area">
        {texts.title}
      </h3>
      <p class="zb-soft zb-small">{texts.hint}</p>
      <FieldError id="neighbourhoodCodes" error={errorOf('neighbourhoodCodes')} />
      <p role="status">{texts.count(chosen.size)}</p>
      {sorted(districts, ([a], [b]) => a.localeCompare(b, 'nl')).map(([district, neighbourhoods], index) => (
        <fieldset key={district} class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset">
          <legend class="utrecht-form-label zb-legend-small">{district}</legend>
          <div class="zb-ticks">
            {neighbourhoods.map(({ code, name }, at) => (
              <Tick
                key={code}
                id={index === 0 && at === 0 ? 'neighbourhoodCodes' : `area-${code}`}
                checked={chosen.has(code)}
                disabled={taken.has(code)}
                onTick={() => toggle(code)}
              >
                {taken.has(code) ? texts.taken(name) : name}
              </Tick>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
