import { useState } from 'preact/hooks';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { TextAreaField } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { LiftSanction } from './lift-sanction.js';
import { useHints } from '../../realtime/use-hints.js';
import { untilText } from './sanction-texts.js';

const texts = t.reports.list;

/** Somebody else than who decided looks again. */
function LookAgain({ sanction, onDone }: { sanction: SanctionView; onDone: () => void }) {
  const { busy, failure, run } = useCommand();
  const [answer, setAnswer] = useState('');
  const [error, setError] = useState<string>();
  const field = `answer-${sanction.id}`;
  const decide = async (decision: 'uphold' | 'grant'): Promise<void> => {
    const short = answer.trim().length < 10;
    setError(short ? texts.errors.explanation : undefined);
    if (short) {
      document.getElementById(field)?.focus();
      return;
    }
    const body = { decision, answer: answer.trim() };
    await run(() => call('decideAppeal', { id: sanction.id, version: sanction.version, body }));
    onDone();
  };
  return (
    <div class="zb-flow zb-flow--s">
      <TextAreaField id={field} label={texts.answer} error={error} value={answer} onValue={setAnswer} />
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void decide('grant')}>
          {texts.grant}
        </ActionButton>
        <ActionButton kind="plain" sizes={['dense']} busy={busy} onPress={() => void decide('uphold')}>
          {texts.uphold}
        </ActionButton>
      </div>
    </div>
  );
}

function SanctionCard({ sanction, onDone }: { sanction: SanctionView; onDone: () => void }) {
  const name = sanction.givenName ?? texts.someone;
  const open = sanction.appeal?.status === 'open';
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <h3 class="utrecht-heading-3">
        {name}: {t.reports.outcomes[sanction.kind]}
      </h3>
      <p class="zb-small zb-soft">{untilText(sanction)}</p>
      <p class="zb-prose">{sanction.explanation}</p>
      {sanction.mayLift ? <LiftSanction sanction={sanction} onDone={onDone} /> : null}
      {open && sanction.appeal ? (
        <>
          <p>
            <strong>{texts.appealOf(name)}</strong>
          </p>
          <blockquote class="zb-quote zb-prose">{sanction.appeal.text}</blockquote>
          {sanction.mayDecideAppeal ? <LookAgain sanction={sanction} onDone={onDone} /> : <p>{texts.looksAgain}</p>}
        </>
      ) : null}
    </li>
  );
}

/** What still holds, and what waits for a second look. */
export function AppealList() {
  const { data, failure, reload } = useLoaded('sanctions', () =>
    call('listSanctions', { query: { role: 'organiser' } }),
  );
  useHints('work.changed', reload, reload);
  return (
    <section class="zb-flow" aria-labelledby="sanctions">
      <h2 class="utrecht-heading-2" id="sanctions">
        {texts.sanctions}
      </h2>
      {data === undefined ? failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading /> : null}
      {data?.sanctions.length === 0 ? <p>{texts.sanctionsEmpty}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {(data?.sanctions ?? []).map((sanction) => (
          <SanctionCard key={`${sanction.id}-${sanction.version}`} sanction={sanction} onDone={reload} />
        ))}
      </ul>
    </section>
  );
}
