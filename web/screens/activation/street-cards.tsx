import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { MadePdf, useMadePdf } from '../../parts/made-pdf.js';
import { useCommand } from '../../parts/use-command.js';
import { loadPlaces, places } from '../../places/places.js';

const texts = nlOrganisers.activation.cards;

/** Cards for letterboxes, for one neighbourhood at a time. */
export function StreetCards({ associationId }: { associationId: string }) {
  const [chosen, setChosen] = useState('');
  const { busy, failure, run } = useCommand();
  const { href, put } = useMadePdf();
  useEffect(() => void loadPlaces(), []);
  const own = (places.value?.neighbourhoods ?? []).filter(({ organisationId }) => organisationId === associationId);
  const neighbourhoodCode = chosen === '' ? (own[0]?.code ?? '') : chosen;
  if (own.length === 0) return null;
  const make = async (): Promise<void> => {
    const made = await run(() => call('makeStreetCards', { id: associationId, body: { neighbourhoodCode } }));
    if (made !== undefined) put(made.data.pdf);
  };
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="cards">
      <h2 class="utrecht-heading-2" id="cards">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <form
        class="zb-card zb-card--tight zb-flow zb-flow--s"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <SelectField
          id="street"
          label={texts.where}
          value={neighbourhoodCode}
          onValue={setChosen}
          options={own.map(({ code, name }) => ({ value: code, text: name }))}
        />
        <CommandFailure failure={failure} />
        <div>
          <ActionButton submit kind="secondary-action" busy={busy}>
            {texts.make}
          </ActionButton>
        </div>
        <MadePdf href={href} ready={texts.ready} save={texts.save} file={texts.file} />
      </form>
    </section>
  );
}
