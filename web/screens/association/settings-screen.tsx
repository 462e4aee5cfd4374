import { useRoute } from 'preact-iso';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { AssociationPage } from './association-page.js';
import { SettingsForm } from './settings-form.js';
import { SettingsHistory } from './settings-history.js';

const texts = nlOrganisers.association;

function Settings({ id }: { id: string }) {
  const { data, failure, reload, put } = useLoaded(id, () => call('getAssociationSettings', { id }));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <>
      {data.status === 'preparing' ? (
        <Alert kind="info" drawing={infoCircle}>
          <p>
            {texts.preparing} <TextLink href={`/gemeente/voorbereiden/${id}`}>{texts.municipality.goOn}</TextLink>
          </p>
        </Alert>
      ) : null}
      {data.mayChange ? null : (
        <Alert kind="info" drawing={infoCircle}>
          <p>{texts.onlyLook}</p>
        </Alert>
      )}
      <fieldset class="zb-bare" disabled={!data.mayChange}>
        <SettingsForm view={data} onView={put} />
      </fieldset>
      <SettingsHistory view={data} />
    </>
  );
}

/** What an association chose: area, clock, hours, words, people to call, and who changed it. */
export default function SettingsScreen() {
  const { params } = useRoute();
  return (
    <AssociationPage title={texts.title} lead={texts.lead} id={params['id']} path="/vereniging/instellingen">
      {({ id }) => <Settings key={id} id={id} />}
    </AssociationPage>
  );
}
