import { useLocation, useRoute } from 'preact-iso';
import type { AssociationSettingsView } from '@app/contracts/http/association-settings.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { AdministratorsOnly } from './administrators-only.js';
import { MembersPart } from './members-part.js';
import { SettingsForm, type SectionName } from './settings-form.js';
import { valueText } from './settings-draft.js';

const texts = nlOrganisers.association;
type Step = keyof typeof texts.prepare.steps;
const steps = Object.keys(texts.prepare.steps) as Step[];
const pathOf: Record<Step, string> = {
  area: 'gebied',
  people: 'mensen',
  work: 'werkwijze',
  words: 'teksten',
  open: 'openen',
};
const partsOf: Record<Exclude<Step, 'open'>, readonly SectionName[]> = {
  area: ['name', 'area'],
  people: ['people'],
  work: ['moderation', 'pace'],
  words: ['hours', 'fallback', 'words'],
};

interface StepProps {
  readonly view: AssociationSettingsView;
  readonly put: (view: AssociationSettingsView) => void;
  readonly reload: () => void;
}

function Open({ view, put }: StepProps) {
  const { busy, failure, run } = useCommand();
  const { associationId: id, version, lacks, settings } = view;
  const fields = Object.keys(texts.fields) as (keyof typeof texts.fields)[];
  const open = async (): Promise<void> => {
    const done = await run(() => call('openAssociation', { id, version }));
    if (done !== undefined) put(done.data);
  };
  return (
    <div class="zb-flow">
      <h2 class="utrecht-heading-2">{texts.prepare.check}</h2>
      <dl class="zb-sum">
        {fields.map((field) => (
          <div key={field}>
            <dt>{texts.fields[field]}</dt>
            <dd class="zb-break">{valueText(field, settings[field], view)}</dd>
          </div>
        ))}
      </dl>
      {lacks.length > 0 ? (
        <Alert kind="warning" drawing={infoCircle}>
          <p>
            <strong>{texts.prepare.lacksTitle}</strong>
          </p>
          <ul>
            {lacks.map((need) => (
              <li key={need}>{texts.prepare.lacks[need]}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <>
          <p>
            <strong>{texts.prepare.ready}</strong> {texts.prepare.readyText}
          </p>
          <CommandFailure failure={failure} />
          <div>
            <ActionButton busy={busy} onPress={() => void open()}>
              {texts.prepare.open}
            </ActionButton>
          </div>
        </>
      )}
    </div>
  );
}

function Opened({ id }: { id: string }) {
  return (
    <div class="zb-flow" role="status">
      <Alert kind="ok" drawing={circleCheck}>
        <p>{texts.prepare.opened}</p>
      </Alert>
      <div>
        <ActionLink href={`/vereniging/instellingen/${id}`}>{texts.prepare.toSettings}</ActionLink>
      </div>
    </div>
  );
}

function StepContent({ step, ...props }: StepProps & { step: Step }) {
  const { route } = useLocation();
  const { view, put, reload } = props;
  const base = `/gemeente/voorbereiden/${view.associationId}`;
  const next = steps[steps.indexOf(step) + 1] ?? 'open';
  if (step === 'open') return <Open {...props} />;
  return (
    <>
      {step === 'people' ? (
        <MembersPart associationId={view.associationId} kind={view.kind} onChanged={reload} />
      ) : null}
      <SettingsForm
        // Who can be called depends on who was added just now.
        key={`${step}-${view.colleagues.length}`}
        view={view}
        onView={put}
        parts={partsOf[step]}
        button={texts.prepare.next}
        onSaved={() => route(`${base}/${pathOf[next]}`)}
      />
    </>
  );
}

function Prepare({ id, step }: { id: string; step: Step }) {
  const { data, failure, reload, put } = useLoaded(id, () => call('getAssociationSettings', { id }));
  const name = data?.settings.name ?? '';
  usePage(texts.prepare.title(name));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  return (
    <>
      <div class="zb-flow zb-flow--xs">
        <p>
          <TextLink href="/gemeente">{texts.municipality.title}</TextLink>
        </p>
        <h1 class="utrecht-heading-1 zb-break">{texts.prepare.title(name)}</h1>
        <p class="zb-soft">
          {texts.prepare.step(at + 1, steps.length)}: {texts.prepare.steps[step]}
        </p>
      </div>
      {data.status === 'open' ? <Opened id={id} /> : <StepContent step={step} view={data} put={put} reload={reload} />}
      {before === undefined || data.status === 'open' ? null : (
        <p>
          <TextLink href={`/gemeente/voorbereiden/${id}/${pathOf[before]}`}>{texts.prepare.back}</TextLink>
        </p>
      )}
    </>
  );
}

/** A new association, step by step: area, people, way of working, hours and words, check, open. */
export default function PrepareScreen() {
  const { params } = useRoute();
  const step = steps.find((one) => pathOf[one] === params['step']) ?? 'area';
  return (
    <AdministratorsOnly>
      <Prepare id={params['id'] ?? ''} step={step} />
    </AdministratorsOnly>
  );
}
