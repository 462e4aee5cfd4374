import { useEffect, useState } from 'preact/hooks';
import { t } from '../messages/texts.js';
import { pushState, turnPushOff, turnPushOn, type PushChange, type PushState } from '../push/push-device.js';
import { ActionButton } from './action.js';

const texts = { cannot: 'cannot', denied: 'denied', off: 'isOff', on: 'isOn' } as const;

/** Messages on this very device, on or off. */
export function PushSwitch() {
  const [state, setState] = useState<PushState>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => void pushState().then(setState), []);
  const change = async (make: () => Promise<PushChange>): Promise<void> => {
    setBusy(true);
    const result = await make();
    setBusy(false);
    setFailed(result === 'failed');
    if (result !== 'failed') setState(result);
  };
  if (state === undefined) return null;
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s" aria-labelledby="push">
      <h2 class="utrecht-heading-3" id="push">
        {t.push.title}
      </h2>
      <p>{t.push.text}</p>
      <p class="zb-small zb-soft">{t.push.private}</p>
      <p role="status">
        <strong>{failed ? t.push.failed : t.push[texts[state]]}</strong>
      </p>
      {state === 'on' || state === 'off' ? (
        <div>
          <ActionButton
            kind="secondary-action"
            busy={busy}
            onPress={() => void change(state === 'on' ? turnPushOff : turnPushOn)}
          >
            {state === 'on' ? t.push.off : t.push.on}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}
