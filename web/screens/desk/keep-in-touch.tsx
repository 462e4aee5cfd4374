import type { DeskQuestion } from '@app/contracts/http/desk.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';
import { me } from '../../session/session.js';

const texts = t.desk.mine.keepInTouch;

/** Whether somebody may call: to say, and to take back as long as nobody called. */
export function KeepInTouch({ question, onDone }: { question: DeskQuestion; onDone: () => void }) {
  const { busy, failure, run } = useCommand();
  const { id, keepInTouch } = question;
  const set = async (wanted: boolean): Promise<void> => {
    await run(() => call('setKeepInTouch', { id, body: { wanted } }));
    onDone();
  };
  if (!keepInTouch && !me.value?.phone) {
    return (
      <p>
        {texts.offer} <TextLink href="/gegevens/naam">{texts.numberFirst}</TextLink>
      </p>
    );
  }
  return (
    <div class="zb-flow zb-flow--xs">
      <p>{keepInTouch ? texts.wanted : texts.offer}</p>
      <CommandFailure failure={failure} />
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void set(!keepInTouch)}>
          {keepInTouch ? texts.takeBack : texts.ask}
        </ActionButton>
      </div>
    </div>
  );
}
