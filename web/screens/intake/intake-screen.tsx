import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PostedHelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { FollowCode } from '../../parts/follow-code.js';
import { circleCheck, alertTriangle } from '../../parts/icons.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useKey } from '../../parts/use-key.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { momentText } from '../../time/time-texts.js';
import { CallerFields, NeedFields, PlaceFields } from './intake-fields.js';
import { sameRequest } from './intake-rules.js';
import { KnownCallers } from './known-callers.js';
import { useIntake } from './use-intake.js';
import { useKnownCallers } from './use-known-callers.js';
import { WhatToSay } from './what-to-say.js';

function Sent({ posted, onAgain }: { posted: PostedHelpRequestView; onAgain: () => void }) {
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody sees it: a key pressed at once goes on from here.
  useLayoutEffect(() => heading.current?.focus(), []);
  const { nextAt } = posted.escalation;
  return (
    <section class="zb-card zb-flow zb-measure">
      <h2 class="utrecht-heading-2" tabIndex={-1} ref={heading}>
        {nlOrganisers.intake.sent.title}
      </h2>
      <Alert kind="ok" drawing={circleCheck}>
        <p>{posted.status === 'in-review' ? nlOrganisers.intake.sent.review : nlOrganisers.intake.sent.asking}</p>
        {nextAt === null ? null : <p>{nlOrganisers.intake.sent.next(momentText(Date.parse(nextAt), now))}</p>}
      </Alert>
      <FollowCode about="request" id={posted.id} />
      <div class="zb-row">
        <ActionButton onPress={onAgain}>{nlOrganisers.intake.sent.another}</ActionButton>
        <ActionLink kind="secondary-action" href={`/werklijst/${posted.id}`}>
          {nlOrganisers.intake.sent.show}
        </ActionLink>
      </div>
    </section>
  );
}

function Form({ intake, errors, busy, failure, change, choose, send }: ReturnType<typeof useIntake>) {
  const { draft, known } = intake;
  const people = useKnownCallers(draft, known === undefined);
  useEffect(() => document.getElementById('phone')?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) void send();
  };
  useKey((event) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  });
  return (
    <div class="zb-cols zb-cols--side">
      <form class="zb-flow zb-measure" noValidate onSubmit={submit} aria-label={nlOrganisers.intake.title}>
        <ErrorSummary errors={errors} />
        <CommandFailure failure={failure} />
        {known === undefined ? <CallerFields draft={draft} change={change} errors={errors} /> : null}
        <KnownCallers people={people} chosen={known} onChoose={choose} />
        <PlaceFields draft={draft} change={change} errors={errors} />
        <NeedFields draft={draft} change={change} errors={errors} />
        {sameRequest(intake) === undefined ? null : (
          <Alert kind="warning" drawing={alertTriangle} live>
            <p>{nlOrganisers.intake.known.same}</p>
          </Alert>
        )}
        <div class="zb-row">
          <ActionButton submit busy={busy}>
            {nlOrganisers.intake.send}
          </ActionButton>
          <p class="zb-keys zb-small zb-soft">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> {nlOrganisers.intake.keys}
          </p>
        </div>
      </form>
      <WhatToSay />
    </div>
  );
}

function Content() {
  const intake = useIntake();
  return (
    <>
      <div class="zb-flow zb-flow--2xs">
        <p>
          <TextLink href="/werklijst">{nlOrganisers.intake.back}</TextLink>
        </p>
        <h1 class="utrecht-heading-1">{nlOrganisers.intake.title}</h1>
        <p class="zb-soft">{nlOrganisers.intake.lead}</p>
      </div>
      {intake.posted === undefined ? <Form {...intake} /> : <Sent posted={intake.posted} onAgain={intake.again} />}
    </>
  );
}

/** Taking a request down for somebody on the telephone or at the counter, on one page. */
export default function IntakeScreen() {
  usePage(nlOrganisers.intake.title);
  return (
    <OrganisersOnly title={nlOrganisers.intake.title}>
      <Content />
    </OrganisersOnly>
  );
}
