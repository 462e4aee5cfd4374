import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { Icon } from '../../parts/icon.js';
import { check, circleCheck, phoneCall } from '../../parts/icons.js';
import { TooLate } from '../../parts/too-late.js';
import { Timeline } from '../../parts/timeline.js';
import { OutcomeQuestion } from '../../parts/outcome-question.js';
import { asksOutcome } from '../../parts/asks-outcome.js';
import { useNow } from '../../parts/use-now.js';
import { useCommand } from '../../parts/use-command.js';
import { capital, durationText, windowText } from '../../time/time-texts.js';
import { askerNameOf } from '../request/whose-request.js';
import { ContactReveal } from '../safety/contact-reveal.js';
import { FlagsNote } from '../safety/flags-note.js';
import { ConfirmForAsker } from './confirm-for-asker.js';
import { workStatus } from './work-order.js';
import { callsPath } from './work-items.js';
import { workTimeline } from './work-timeline.js';

/** The button that a key of the list presses. */
export const approveButtonId = 'approve-request';

interface WorkDetailProps {
  readonly request: HelpRequestView;
  readonly now: number;
  readonly onChanged: () => void;
  readonly children?: ComponentChildren;
}

/** What can be done with the request from here. */
function useWork({ id, version }: HelpRequestView, onChanged: () => void) {
  const { busy, failure, run } = useCommand();
  const [asking, setAsking] = useState(false);
  const [approved, setApproved] = useState(false);
  const [isLate, setLate] = useState(false);
  const approve = async (): Promise<void> => {
    const done = await run(async () => {
      const answer = await call('approveHelpRequest', { id, version });
      setLate(!answer.ok && answer.code === 'stale-version');
      return answer;
    });
    setApproved(done !== undefined);
    // Also when somebody else was first: what stands there now is theirs.
    onChanged();
  };
  const cancel = async (): Promise<void> => {
    await run(async () => {
      const answer = await call('cancelHelpRequest', { id, version });
      setLate(!answer.ok && answer.code === 'stale-version');
      return answer;
    });
    setAsking(false);
    onChanged();
  };
  return { busy, failure, asking, setAsking, approved, isLate, setLate, approve, cancel };
}

function Approved({ approved }: { approved: boolean }) {
  return (
    <div role="status">
      {approved ? (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{nlOrganisers.workList.approved}</p>
        </Alert>
      ) : null}
    </div>
  );
}

/** Whoever asked by telephone answers by telephone: the organiser notes whether it worked out. */
function Outcome({ request, onChanged }: Pick<WorkDetailProps, 'request' | 'onChanged'>) {
  const { busy, failure, run } = useCommand();
  const now = useNow();
  if (!asksOutcome(request, now)) return null;
  const record = async (helped: boolean): Promise<void> => {
    await run(() => call('recordOutcome', { id: request.id, body: { helped } }));
    onChanged();
  };
  return (
    <>
      <CommandFailure failure={failure} />
      <OutcomeQuestion busy={busy} onAnswer={(helped) => void record(helped)} />
    </>
  );
}

function Actions({ request, onChanged }: Pick<WorkDetailProps, 'request' | 'onChanged'>) {
  const { busy, failure, asking, setAsking, approved, isLate, setLate, approve, cancel } = useWork(request, onChanged);
  const { actions } = request;
  return (
    <>
      {isLate ? (
        <TooLate id={request.id} words="" onRead={() => setLate(false)} />
      ) : (
        <CommandFailure failure={failure} />
      )}
      <Approved approved={approved} />
      <ContactReveal helpRequestId={request.id} />
      <ConfirmForAsker request={request} onChanged={onChanged} />
      <Outcome request={request} onChanged={onChanged} />
      <div class="zb-row">
        {request.status === 'open' ? (
          <ActionLink sizes={['dense']} href={callsPath(request.id)}>
            <Icon drawing={phoneCall} />
            {nlOrganisers.calls.open}
          </ActionLink>
        ) : null}
        {actions.includes('approve') ? (
          <ActionButton id={approveButtonId} sizes={['dense']} busy={busy} onPress={() => void approve()}>
            <Icon drawing={check} />
            {nlOrganisers.workList.approve}
          </ActionButton>
        ) : null}
        {actions.includes('edit') ? (
          <ActionLink kind="secondary-action" sizes={['dense']} href={`/vragen/${request.id}/wijzig`}>
            {t.request.edit.button}
          </ActionLink>
        ) : null}
        {actions.includes('cancel') ? (
          <ActionButton kind="plain" sizes={['dense']} onPress={() => setAsking(true)}>
            {nlOrganisers.workList.cancel}
          </ActionButton>
        ) : null}
      </div>
      <ConfirmDialog
        open={asking}
        title={t.request.cancel.title}
        text={t.request.cancel.text}
        yes={t.request.cancel.yes}
        busy={busy}
        onYes={() => void cancel()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** One request of the work list: what was asked, whom to call, what happened. */
export function WorkDetail({ request, now, onChanged, children }: WorkDetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const status = workStatus(request);
  const when = capital(windowText(request.window, request.urgency, now));
  return (
    <section class="zb-card zb-card--tight zb-flow zb-sticky" aria-labelledby="detail">
      <div class="zb-flow zb-flow--xs">
        <p>
          <Badge kind={status.badge}>{status.text}</Badge>
        </p>
        <h2 class="utrecht-heading-2" id="detail" tabIndex={-1} ref={heading}>
          {t.categories.names[request.category].title}
        </h2>
        <p class="zb-soft">
          {nlOrganisers.workList.byWho(askerNameOf(request), request.neighbourhoodName)}. {when}.{' '}
          {t.request.about(durationText(request.expectedMinutes))}.
        </p>
        {request.onBehalfOf === undefined ? null : <p>{nlOrganisers.workList.behalf[request.onBehalfOf.relation]}</p>}
        {request.onBehalfOf?.consentStated === true ? <p>{nlOrganisers.workList.consentStated}</p> : null}
      </div>
      <blockquote class="zb-quote zb-prose">{request.summary}</blockquote>
      <FlagsNote flags={request.flags} />
      <Actions request={request} onChanged={onChanged} />
      {children}
      <div class="zb-flow zb-flow--xs">
        <h3 class="utrecht-heading-3">{nlOrganisers.workList.happened}</h3>
        <Timeline small steps={workTimeline(request, now)} />
      </div>
    </section>
  );
}
