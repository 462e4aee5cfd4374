import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';

const texts = t.myHelp.invitations;

/** Whether a coordinator may write about helping; one press either way. */
export function InvitationChoice() {
  const { data, put } = useLoaded('invitation-choice', () => call('getInvitationChoice'));
  const { busy, failure, run } = useCommand();
  if (data === undefined) return null;
  const change = async (invitations: boolean): Promise<void> => {
    const saved = await run(() => call('putInvitationChoice', { body: { invitations } }));
    if (saved !== undefined) put(saved.data);
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s" aria-labelledby="invitations">
      <h2 class="utrecht-heading-3" id="invitations">
        {texts.title}
      </h2>
      <p role="status">{data.invitations ? texts.on : texts.off}</p>
      <CommandFailure failure={failure} />
      <div>
        <ActionButton kind="secondary-action" busy={busy} onPress={() => void change(!data.invitations)}>
          {data.invitations ? texts.turnOff : texts.turnOn}
        </ActionButton>
      </div>
    </section>
  );
}
