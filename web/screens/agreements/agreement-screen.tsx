import { useLocation, useRoute } from 'preact-iso';
import { useCallback, useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { asksOutcome } from '../../parts/asks-outcome.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { Conversation } from '../../parts/conversation/conversation.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { OutcomeQuestion } from '../../parts/outcome-question.js';
import { OwnerCard } from '../../parts/owner-card.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StatusPanel } from '../../parts/status-panel.js';
import { ThanksAfterwards } from '../../parts/thanks-afterwards.js';
import { useCommand } from '../../parts/use-command.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { isOver } from '../request/request-timeline.js';
import { KeepApart } from '../safety/keep-apart.js';
import { AccompanyCard } from '../trust/accompany-card.js';
import { AgreementCard } from './agreement-card.js';
import { agreementTexts } from './agreement-texts.js';
import { DoAndDoNot } from '../../parts/do-and-do-not.js';

interface AgreementProps {
  readonly request: HelpRequestView;
  readonly onChanged: (request: HelpRequestView) => void;
}

/** "Ik kan toch niet": asks once more, then the next neighbour is asked. */
function Withdraw({ id }: { id: string }) {
  const { route } = useLocation();
  const { busy, failure, run } = useCommand();
  const [asking, setAsking] = useState(false);
  const withdraw = async (): Promise<void> => {
    const done = await run(() => call('withdrawAcceptance', { id }));
    setAsking(false);
    if (done !== undefined) route('/afspraken?afgezegd=1');
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--xs" aria-labelledby="cannot">
      <h2 class="utrecht-heading-3" id="cannot">
        {t.agreements.cannot}
      </h2>
      <p>{t.agreements.cannotText}</p>
      <p>
        <ActionButton kind="plain" sizes={['block']} onPress={() => setAsking(true)}>
          {t.agreements.withdraw}
        </ActionButton>
      </p>
      <CommandFailure failure={failure} />
      <ConfirmDialog
        open={asking}
        title={t.agreements.withdrawTitle}
        text={t.agreements.withdrawText}
        yes={t.agreements.withdrawYes}
        busy={busy}
        onYes={() => void withdraw()}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}

function Outcome({ request, onChanged }: AgreementProps) {
  const { busy, failure, run } = useCommand();
  const record = async (helped: boolean): Promise<void> => {
    const done = await run(() => call('recordOutcome', { id: request.id, body: { helped } }));
    if (done !== undefined) onChanged(done.data);
  };
  return (
    <>
      <CommandFailure failure={failure} />
      <OutcomeQuestion busy={busy} onAnswer={(helped) => void record(helped)} />
    </>
  );
}

function Agreement({ request, onChanged }: AgreementProps) {
  const now = useNow();
  const { title, mood, head, text } = agreementTexts(request);
  usePage(title);
  return (
    <div class="zb-cols zb-cols--side">
      <div class="zb-flow zb-flow--l zb-measure">
        <div class="zb-flow zb-flow--s">
          <p>
            <TextLink href="/afspraken">{t.agreements.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <StatusPanel mood={mood} head={head}>
            {text === '' ? null : <p>{text}</p>}
          </StatusPanel>
        </div>
        <AgreementCard request={request} now={now} />
        <AccompanyCard helpRequestId={request.id} version={request.version} />
        {asksOutcome(request, now) ? <Outcome request={request} onChanged={onChanged} /> : null}
        {request.status === 'completed' ? (
          <ThanksAfterwards id={request.id} name={request.contact?.givenName ?? ''} />
        ) : null}
        {request.participation?.status === 'confirmed' ? (
          <Conversation id={request.participation.acceptanceId} now={now} />
        ) : null}
        {isOver(request) ? null : (
          <DoAndDoNot category={request.category} does={t.agreements.does} doesNot={t.agreements.doesNot} />
        )}
      </div>
      <div class="zb-flow zb-start">
        <OwnerCard owner={request.owner} title={t.agreements.doubt(request.owner.person.givenName)} />
        {request.actions.includes('withdraw') ? <Withdraw id={request.id} /> : null}
        <KeepApart encounter={{ helpRequestId: request.id }} name={request.asker?.givenName ?? ''} after="/afspraken" />
        {isOver(request) ? null : (
          <section class="zb-flow zb-flow--2xs zb-small zb-soft">
            <p>
              <strong>{t.agreements.after}</strong>
            </p>
            <p>{t.agreements.afterText}</p>
          </section>
        )}
      </div>
    </div>
  );
}

function Content({ id }: { id: string }) {
  const load = useCallback(() => call('getHelpRequest', { id, readOffline: true }), [id]);
  const { data, failure, reload, put } = useLoaded(id, load);
  useLiveRequest(id, reload);
  if (data !== undefined) return <Agreement request={data} onChanged={put} />;
  if (failure !== undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  return <Loading />;
}

/** One agreement as the neighbour sees it. */
export default function AgreementScreen() {
  const { params } = useRoute();
  usePage(t.agreements.details);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content id={params['id'] ?? ''} />
      </div>
    </SignedInOnly>
  );
}
