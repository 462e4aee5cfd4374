import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { OutcomeQuestion } from '../../parts/outcome-question.js';
import { useCommand } from '../../parts/use-command.js';
import { asksOutcome } from '../../parts/asks-outcome.js';
import { AskAgain } from './ask-again.js';
import { ConfirmHelper } from './confirm-helper.js';

interface RequestActionsProps {
  readonly request: HelpRequestView;
  readonly now: number;
  readonly onChanged: (request: HelpRequestView) => void;
  /** Stands between what is to be done now and what can be stopped. */
  readonly children: ComponentChildren;
}

/** What the asker may do now; the server says which of these. */
export function RequestActions({ request, now, onChanged, children }: RequestActionsProps) {
  const { id, actions } = request;
  const { busy, failure, run } = useCommand();
  const [asking, setAsking] = useState(false);
  const cancel = async (): Promise<void> => {
    const done = await run(() => call('cancelHelpRequest', { id }));
    setAsking(false);
    if (done !== undefined) onChanged(done.data);
  };
  const record = async (helped: boolean): Promise<void> => {
    const done = await run(() => call('recordOutcome', { id, body: { helped } }));
    if (done !== undefined) onChanged(done.data);
  };
  const ended = Date.parse(request.window.until) <= now;
  const outcome = asksOutcome(request, now) ? (
    <OutcomeQuestion busy={busy} onAnswer={(helped) => void record(helped)} />
  ) : null;
  return (
    <>
      <CommandFailure failure={failure} />
      {actions.includes('confirm') ? <ConfirmHelper request={request} onChanged={onChanged} /> : null}
      {ended ? outcome : null}
      {children}
      {ended ? null : outcome}
      <AskAgain request={request} />
      <div class="zb-row">
        {actions.includes('edit') ? (
          <ActionLink kind="secondary-action" href={`/vragen/${id}/wijzig`}>
            {t.request.edit.button}
          </ActionLink>
        ) : null}
        {actions.includes('cancel') ? (
          <ActionButton kind="subtle" onPress={() => setAsking(true)}>
            {t.request.cancel.button}
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
