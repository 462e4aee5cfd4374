import { useRoute } from 'preact-iso';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NeighbourCall } from '@app/contracts/http/calls.js';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Icon } from '../../parts/icon.js';
import { circleCheck, phone, plugOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { StateCard } from '../../parts/state-card.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useKey } from '../../parts/use-key.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { windowText } from '../../time/time-texts.js';
import { useCalls, type Outcome } from './use-calls.js';

interface OneCallProps {
  readonly now: NeighbourCall;
  readonly request: HelpRequestView;
  readonly busy: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

const keyOf: Readonly<Record<string, Outcome>> = { j: 'yes', n: 'no', g: 'no-answer' };

function typesInField(): boolean {
  return document.activeElement?.matches('input, select, textarea') === true;
}

function Script({ now, request }: Pick<OneCallProps, 'now' | 'request'>) {
  const at = useNow();
  const what = t.categories.names[request.category].title.toLocaleLowerCase('nl');
  const when = windowText(request.window, request.urgency, at);
  return (
    <div class="zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3">{nlOrganisers.calls.script}</h3>
      {nlOrganisers.calls.lines(me.value?.givenName ?? '', now.givenName, `${what}, ${when}`).map((line) => (
        <p key={line}>“{line}”</p>
      ))}
    </div>
  );
}

/** One neighbour on the telephone, and the answer in one key. */
function OneCall({ now, request, busy, onOutcome }: OneCallProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [now.id]);
  useKey((event) => {
    const outcome = keyOf[event.key.toLowerCase()];
    if (outcome === undefined || busy || event.ctrlKey || event.metaKey || event.altKey || typesInField()) return;
    event.preventDefault();
    onOutcome(outcome);
  });
  return (
    <section class="zb-card zb-flow zb-measure" aria-labelledby="call">
      <h2 class="utrecht-heading-2" id="call" tabIndex={-1} ref={heading}>
        {now.givenName}
      </h2>
      <div class="zb-row">
        <ActionLink href={telephoneLink(now.phone)}>
          <Icon drawing={phone} />
          {nlOrganisers.calls.call(now.givenName)}
        </ActionLink>
        <span class="zb-num">{now.phone}</span>
      </div>
      <div class="zb-flow zb-flow--2xs">
        <h3 class="utrecht-heading-3">{nlOrganisers.calls.why}</h3>
        <ul>
          {now.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      <Script now={now} request={request} />
      <div class="zb-row">
        <ActionButton busy={busy} onPress={() => onOutcome('yes')}>
          {nlOrganisers.calls.yes}
        </ActionButton>
        <ActionButton kind="secondary-action" busy={busy} onPress={() => onOutcome('no')}>
          {nlOrganisers.calls.no}
        </ActionButton>
        <ActionButton kind="secondary-action" busy={busy} onPress={() => onOutcome('no-answer')}>
          {nlOrganisers.calls.noAnswer}
        </ActionButton>
      </div>
      <p class="zb-keys zb-small zb-soft">
        <kbd>J</kbd> <kbd>N</kbd> <kbd>G</kbd> {nlOrganisers.calls.keys}
      </p>
    </section>
  );
}

/** The button that chooses whom to ring takes the focus, so that the next key is the next call. */
function Choose({ count, busy, onNext }: { count: number; busy: boolean; onNext: () => void }) {
  useLayoutEffect(() => document.getElementById('next-call')?.focus(), []);
  return (
    <div class="zb-row">
      <ActionButton id="next-call" busy={busy} onPress={onNext}>
        {count === 0 ? nlOrganisers.calls.first : nlOrganisers.calls.next}
      </ActionButton>
      <span class="zb-soft">{t.safety.reveal.noted}</span>
    </div>
  );
}

/** The asker is to hear it now. */
function Helped({ helpRequestId }: { helpRequestId: string }) {
  useLayoutEffect(() => document.getElementById('tell-asker')?.focus(), []);
  return (
    <Alert kind="ok" drawing={circleCheck}>
      <p role="status">{nlOrganisers.calls.helped}</p>
      <p>
        <ActionLink id="tell-asker" sizes={['dense']} href={`/werklijst/${helpRequestId}`}>
          {nlOrganisers.calls.tell}
        </ActionLink>
      </p>
    </Alert>
  );
}

function Ask({ request }: { request: HelpRequestView }) {
  const { state, busy, failure, count, next, record } = useCalls(request.id);
  return (
    <>
      <CommandFailure failure={failure} />
      <p role="status">{count === 0 ? '' : nlOrganisers.calls.noted(count)}</p>
      {state === 'helped' ? (
        <Helped helpRequestId={request.id} />
      ) : state === 'nobody' ? (
        <StateCard drawing={plugOff} title={nlOrganisers.calls.nobody} text={nlOrganisers.calls.nobodyText}>
          <ActionLink sizes={['dense']} href={`/werklijst/${request.id}`}>
            {nlOrganisers.calls.callAsker}
          </ActionLink>
          <ActionLink kind="secondary-action" sizes={['dense']} href="/hulp-per-telefoon">
            {nlOrganisers.calls.callDesk}
          </ActionLink>
        </StateCard>
      ) : state === 'idle' ? (
        <Choose count={count} busy={busy} onNext={() => void next()} />
      ) : (
        <OneCall now={state} request={request} busy={busy} onOutcome={(outcome) => void record(state, outcome)} />
      )}
    </>
  );
}

function Content() {
  const id = useRoute().params['id'] ?? '';
  const { data, failure, reload } = useLoaded(id, () => call('getHelpRequest', { id }));
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <div class="zb-flow zb-flow--2xs">
        <p>
          <TextLink href={`/werklijst/${id}`}>{nlOrganisers.calls.back}</TextLink>
        </p>
        <h1 class="utrecht-heading-1">{nlOrganisers.calls.title}</h1>
        <p class="zb-soft">{nlOrganisers.calls.lead}</p>
      </div>
      <Ask request={data} />
    </>
  );
}

/** Asking neighbours by telephone, one after the other. */
export default function CallsScreen() {
  usePage(nlOrganisers.calls.title);
  return (
    <OrganisersOnly title={nlOrganisers.calls.title}>
      <Content />
    </OrganisersOnly>
  );
}
