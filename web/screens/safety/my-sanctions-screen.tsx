import { useState } from 'preact/hooks';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { TextAreaField } from '../../parts/field.js';
import { infoCircle, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { untilText } from './sanction-texts.js';

const texts = t.reports.mine;

function AppealForm({ sanction, onDone }: { sanction: SanctionView; onDone: () => void }) {
  const { busy, failure, run } = useCommand();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const field = `appeal-${sanction.id}`;
  const send = async (): Promise<void> => {
    const short = text.trim().length < 10;
    setError(short ? texts.appealNeed : undefined);
    if (short) {
      document.getElementById(field)?.focus();
      return;
    }
    const done = await run(() => call('appealSanction', { id: sanction.id, body: { text: text.trim() } }));
    if (done !== undefined) onDone();
  };
  return (
    <form
      class="zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 class="utrecht-heading-3">{texts.appeal}</h3>
      <p>{texts.appealText}</p>
      <TextAreaField id={field} label={texts.appealField} error={error} value={text} onValue={setText} />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit kind="secondary-action" busy={busy}>
          {texts.appealSend}
        </ActionButton>
      </div>
    </form>
  );
}

function Appeal({ appeal }: { appeal: NonNullable<SanctionView['appeal']> }) {
  const said = { open: texts.appealOpen, upheld: texts.upheld, granted: texts.granted }[appeal.status];
  return (
    <Alert kind="info" drawing={infoCircle}>
      <p>{said}</p>
      {appeal.answer === null ? null : <p class="zb-prose">{appeal.answer}</p>}
    </Alert>
  );
}

function SanctionCard({ sanction, onDone }: { sanction: SanctionView; onDone: () => void }) {
  const now = useNow();
  const over = sanction.endedAt !== null || (sanction.until !== null && Date.parse(sanction.until) <= now);
  return (
    <li class="zb-card zb-flow">
      <div class="zb-flow zb-flow--2xs">
        <h2 class="utrecht-heading-2">{t.reports.outcomes[sanction.kind]}</h2>
        <p class="zb-soft">{over ? texts.ended : untilText(sanction)}</p>
      </div>
      <div class="zb-flow zb-flow--2xs">
        <h3 class="utrecht-heading-3">{texts.why}</h3>
        <p class="zb-prose">{sanction.explanation}</p>
      </div>
      {sanction.lifted === null ? null : (
        <Alert kind="info" drawing={infoCircle}>
          <p>{texts.liftedEarly}</p>
          <p class="zb-prose">{sanction.lifted}</p>
        </Alert>
      )}
      {sanction.appeal === null ? null : <Appeal appeal={sanction.appeal} />}
      {sanction.appeal === null && !over ? <AppealForm sanction={sanction} onDone={onDone} /> : null}
    </li>
  );
}

function Sanctions() {
  const { data, failure, reload } = useLoaded('my-sanctions', () => call('listSanctions', { query: { role: 'mine' } }));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  if (data.sanctions.length === 0) return <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />;
  return (
    <ul class="zb-list-plain zb-flow" aria-label={texts.title}>
      {data.sanctions.map((sanction) => (
        <SanctionCard key={`${sanction.id}-${sanction.version}`} sanction={sanction} onDone={reload} />
      ))}
    </ul>
  );
}

/** What was decided about this person, why, until when, and the way to have somebody else look again. */
export default function MySanctionsScreen() {
  usePage(texts.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <h1 class="utrecht-heading-1">{texts.title}</h1>
            <p>{texts.lead}</p>
          </div>
          <Sanctions />
        </div>
      </div>
    </SignedInOnly>
  );
}
