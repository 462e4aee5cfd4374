import { useLocation, useRoute } from 'preact-iso';
import { useCallback, useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call, type Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { FailureCard } from '../../parts/failure-card.js';
import { infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import type { Draft } from '../ask/draft.js';
import { draftOf } from '../ask/draft-of.js';
import { editErrors, editOf, type Edit } from './edit-changes.js';
import { EditFields } from './edit-fields.js';
import { StaleEdit } from './stale-edit.js';
import { editTexts } from './whose-request.js';

interface Saving {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** The request as it is by now, when it changed under the reader's hands, with what was to be saved. */
  readonly stale: { readonly current: HelpRequestView; readonly edit: Edit } | undefined;
  readonly save: (edit: Edit, version: number) => Promise<void>;
}

/** Sends an edit with the version that was seen; a newer one is fetched and shown beside it. */
function useSaving(id: string): Saving {
  const { route } = useLocation();
  const [state, setState] = useState<Omit<Saving, 'save'>>({ busy: false, failure: undefined, stale: undefined });
  const save = async (edit: Edit, version: number): Promise<void> => {
    if (state.busy) return;
    setState((before) => ({ ...before, busy: true, failure: undefined }));
    const answer = await call('editHelpRequest', { id, version, body: edit });
    if (answer.ok) return route(`/vragen/${id}?gewijzigd=1`);
    const current = answer.code === 'stale-version' ? await call('getHelpRequest', { id }) : undefined;
    setState({
      busy: false,
      failure: current?.ok === true ? undefined : answer,
      stale: current?.ok === true ? { current: current.data, edit } : undefined,
    });
  };
  return { ...state, save };
}

function Form({ request, saving }: { request: HelpRequestView; saving: Saving }) {
  const { route } = useLocation();
  const now = useNow();
  const [answers, setAnswers] = useState<Draft>(() => draftOf(request));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { title, back } = editTexts(request);
  usePage(title, errors.length > 0);
  const submit = (): void => {
    const found = editErrors(request, answers, now);
    setErrors(found);
    if (found.length > 0) return;
    const edit = editOf(request, answers, now);
    if (Object.keys(edit).length === 0) route(`/vragen/${request.id}`);
    else void saving.save(edit, request.version);
  };
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>
        <TextLink href={`/vragen/${request.id}`}>{back}</TextLink>
      </p>
      <ErrorSummary errors={errors} />
      <h1 class="utrecht-heading-1">{title}</h1>
      <CommandFailure failure={saving.failure} />
      <EditFields
        request={request}
        answers={answers}
        change={(part) => setAnswers((before) => ({ ...before, ...part }))}
        errors={errors}
        now={now}
      />
      <div>
        <ActionButton submit busy={saving.busy} sizes={['big']}>
          {t.request.edit.save}
        </ActionButton>
      </div>
    </form>
  );
}

function Closed({ request }: { request: HelpRequestView }) {
  const { back, closedText } = editTexts(request);
  usePage(t.request.edit.closed);
  return (
    <StateCard asPage drawing={infoCircle} title={t.request.edit.closed} text={closedText}>
      <ActionLink kind="secondary-action" href={`/vragen/${request.id}`}>
        {back}
      </ActionLink>
    </StateCard>
  );
}

function Content({ id }: { id: string }) {
  const now = useNow();
  const load = useCallback(() => call('getHelpRequest', { id }), [id]);
  const { data, failure, reload } = useLoaded(id, load);
  const saving = useSaving(id);
  if (saving.stale !== undefined) {
    const { current, edit } = saving.stale;
    const keep = (): void => void saving.save(edit, current.version);
    return <StaleEdit current={current} edit={edit} now={now} busy={saving.busy} onKeep={keep} />;
  }
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return data.actions.includes('edit') ? <Form request={data} saving={saving} /> : <Closed request={data} />;
}

/** Change what was asked, as long as nobody has said yes to it. */
export default function EditRequestScreen() {
  const { params } = useRoute();
  usePage(t.request.edit.button);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content id={params['id'] ?? ''} />
      </div>
    </SignedInOnly>
  );
}
