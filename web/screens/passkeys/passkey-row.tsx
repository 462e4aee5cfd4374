import { useState } from 'preact/hooks';
import type { PasskeyView } from '@app/contracts/http/passkeys.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

interface PasskeyRowProps {
  readonly passkey: PasskeyView;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

/** One passkey, with the way to be rid of it after asking once more. */
export function PasskeyRow({ passkey, busy, onRemove }: PasskeyRowProps) {
  const texts = t.passkeys;
  const [asking, setAsking] = useState(false);
  const { browser, platform, madeAt, lastUsedAt } = passkey;
  const device = texts.device(t.rights.browsers[browser], t.rights.platforms[platform]);
  return (
    <li class="zb-card zb-card--tight zb-row zb-row--apart">
      <div>
        <p>
          <strong>{texts.made(device, dayOf(madeAt))}</strong>
        </p>
        <p class="zb-soft zb-small">{lastUsedAt === null ? texts.unused : texts.used(dayOf(lastUsedAt))}</p>
      </div>
      <ActionButton kind="secondary-action" onPress={() => setAsking(true)}>
        {texts.remove}
        <span class="zb-hidden">: {dayOf(madeAt)}</span>
      </ActionButton>
      <ConfirmDialog
        open={asking}
        title={texts.removeTitle}
        text={texts.removeText}
        yes={texts.removeYes}
        busy={busy}
        onYes={() => {
          setAsking(false);
          onRemove();
        }}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
