import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { TextField } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { AdministratorsOnly } from './administrators-only.js';
import type { Managed } from './association-page.js';
import { MembersPart } from './members-part.js';

const texts = nlOrganisers.association.municipality;

function AssociationRow({ id, name, kind, status, neighbourhoods }: Managed) {
  const preparing = status === 'preparing';
  const facts = kind === 'desk' ? texts.desk : texts.neighbourhoods(neighbourhoods);
  return (
    <li class="zb-card zb-row zb-row--apart">
      <div>
        <h2 class="utrecht-heading-3 zb-break">{name}</h2>
        <p class="zb-soft">
          {facts}, {preparing ? texts.preparing : texts.open}
        </p>
      </div>
      <TextLink href={preparing ? `/gemeente/voorbereiden/${id}` : `/vereniging/instellingen/${id}`}>
        <span aria-hidden="true">{preparing ? texts.goOn : nlOrganisers.association.title}</span>
        <span class="zb-hidden">{preparing ? texts.goOnOf(name) : texts.settingsOf(name)}</span>
      </TextLink>
    </li>
  );
}

function NewAssociation() {
  const { route } = useLocation();
  const [name, setName] = useState('');
  const { busy, failure, run } = useCommand();
  const wrong = failure?.code === 'invalid-input';
  const begin = async (): Promise<void> => {
    const made = await run(() => call('addAssociation', { body: { name } }));
    if (made !== undefined) route(`/gemeente/voorbereiden/${made.data.associationId}`);
  };
  return (
    <form
      class="zb-card zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2 class="utrecht-heading-2">{texts.add}</h2>
      <TextField
        id="newName"
        label={nlOrganisers.association.name}
        error={wrong ? texts.nameWrong : undefined}
        value={name}
        onValue={setName}
        maxLength={80}
      />
      <CommandFailure failure={wrong ? undefined : failure} />
      <div>
        <ActionButton submit busy={busy}>
          {texts.begin}
        </ActionButton>
      </div>
    </form>
  );
}

function Content() {
  const { data, failure, reload } = useLoaded('managed', () => call('listManagedAssociations'));
  usePage(texts.title);
  return (
    <>
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
        <p>
          <TextLink href="/gemeente/bestanden">{texts.files}</TextLink>
        </p>
      </div>
      {data === undefined ? (
        failure ? (
          <FailureCard failure={failure} onRetry={reload} />
        ) : (
          <Loading />
        )
      ) : (
        <ul class="zb-list-plain zb-flow zb-flow--s">
          {data.associations.map((one) => (
            <AssociationRow key={one.id} {...one} />
          ))}
        </ul>
      )}
      <NewAssociation />
      <section class="zb-flow" aria-labelledby="municipality">
        <h2 class="utrecht-heading-2" id="municipality">
          {nlOrganisers.association.members.municipality}
        </h2>
        <MembersPart associationId={null} kind="municipality" />
      </section>
    </>
  );
}

/** All associations of a municipality, beginning a new one, and roles in the whole municipality. */
export default function MunicipalityScreen() {
  return (
    <AdministratorsOnly>
      <Content />
    </AdministratorsOnly>
  );
}
