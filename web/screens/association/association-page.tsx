import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { Operations } from '@app/contracts/http/index.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { SelectField } from '../../parts/field.js';
import { userOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { organisation } from '../../session/organisation.js';

const texts = nlOrganisers.association;
export type Managed = OperationResult<Operations['listManagedAssociations']>['associations'][number];

interface AssociationPageProps {
  readonly title: string;
  readonly lead: string;
  /** The organisation that the address names, if it does. */
  readonly id: string | undefined;
  /** Path of this page, before the id. */
  readonly path: string;
  readonly children: (managed: Managed) => ComponentChildren;
}

function Chosen({ id, path, children }: Omit<AssociationPageProps, 'title' | 'lead'>) {
  const { route } = useLocation();
  const { data, failure, reload } = useLoaded('managed', () => call('listManagedAssociations'));
  if (data === undefined) {
    // A person without any such role hears so, instead of that something failed.
    if (failure?.code === 'not-allowed') return <Nobody />;
    return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  }
  const { associations } = data;
  const managed = associations.find((one) => one.id === (id ?? organisation.value)) ?? associations[0];
  if (managed === undefined) return <Nobody />;
  return (
    <>
      {associations.length < 2 ? (
        <p>
          <strong>{managed.name}</strong>
        </p>
      ) : (
        <SelectField
          id="organisation"
          label={texts.which}
          value={managed.id}
          onValue={(chosen) => route(`${path}/${chosen}`)}
          options={associations.map(({ id: value, name }) => ({ value, text: name }))}
        />
      )}
      <nav class="zb-row" aria-label={managed.name}>
        <TextLink href={`/vereniging/instellingen/${managed.id}`}>{texts.links.settings}</TextLink>
        <TextLink href={`/vereniging/mensen/${managed.id}`}>{texts.links.members}</TextLink>
        <TextLink href="/hoe-kiest-het-systeem">{texts.links.asking}</TextLink>
      </nav>
      {children(managed)}
    </>
  );
}

function Nobody() {
  return (
    <StateCard drawing={userOff} title={texts.none} text={texts.noneText}>
      <ActionLink kind="secondary-action" href="/">
        {t.frame.toStart}
      </ActionLink>
    </StateCard>
  );
}

/** A page about one organisation, of which somebody may have several. */
export function AssociationPage({ title, lead, ...rest }: AssociationPageProps) {
  usePage(title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <h1 class="utrecht-heading-1">{title}</h1>
            <p>{lead}</p>
          </div>
          <Chosen {...rest} />
        </div>
      </div>
    </SignedInOnly>
  );
}
