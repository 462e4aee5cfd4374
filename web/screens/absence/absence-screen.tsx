import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { me } from '../../session/session.js';
import { Absence } from './absence-form.js';

const texts = nlOrganisers.absence;

/** The mail a day: whether it comes, and the way to change that. */
function WorkMail() {
  const { data, failure, reload, put } = useLoaded('work-mail', () => call('getWorkMail'));
  const command = useCommand();
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const change = async (wanted: boolean): Promise<void> => {
    const done = await command.run(() => call('putWorkMail', { body: { wanted } }));
    if (done !== undefined) put(done.data);
  };
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="mail">
      <h2 class="utrecht-heading-2" id="mail">
        {texts.mail.title}
      </h2>
      <p>
        {texts.mail.text} {texts.mail.nothing}
      </p>
      <p role="status">
        <strong>{data.wanted ? texts.mail.on : texts.mail.off}</strong>
      </p>
      <CommandFailure failure={command.failure} />
      <div>
        <ActionButton kind="secondary-action" busy={command.busy} onPress={() => void change(!data.wanted)}>
          {data.wanted ? texts.mail.stop : texts.mail.start}
        </ActionButton>
      </div>
    </section>
  );
}

function Organisations() {
  const [done, setDone] = useState('');
  const { data, failure, reload } = useLoaded('work', () => call('listWorkItems'));
  useHints('work.changed', reload, reload);
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <>
      <div role="status">
        {done === '' ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{done}</p>
          </Alert>
        )}
      </div>
      {data.organisations.map((organisation) => (
        <Absence
          key={organisation.id}
          organisation={organisation}
          myId={me.value?.id ?? ''}
          onChanged={(text) => {
            setDone(text);
            reload();
          }}
        />
      ))}
    </>
  );
}

/** An organiser who is away, and the mail that tells how much waits. */
export default function AbsenceScreen() {
  usePage(texts.title);
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{nlOrganisers.workList.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <Organisations />
        <WorkMail />
      </div>
    </OrganisersOnly>
  );
}
