import { useState } from 'preact/hooks';
import type { SignedInDevice } from '@app/contracts/http/my-rights.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { RightsHead } from './rights-head.js';

const texts = t.rights.devices;

function nameOf({ browser, platform }: SignedInDevice): string {
  return texts.device(t.rights.browsers[browser], t.rights.platforms[platform]);
}

function Row({ device, busy, onEnd }: { device: SignedInDevice; busy: boolean; onEnd: () => void }) {
  return (
    <li class="zb-card zb-card--tight zb-row zb-row--apart">
      <div>
        <p>
          <strong>{nameOf(device)}</strong> {device.current ? <Badge kind="safe">{texts.here}</Badge> : null}
        </p>
        <p class="zb-soft zb-small">{texts.since(fullDayText(wallTimeOf(Date.parse(device.signedInAt)).day))}</p>
      </div>
      {device.current ? null : (
        <ActionButton kind="secondary-action" busy={busy} onPress={onEnd}>
          {texts.end(nameOf(device))}
        </ActionButton>
      )}
    </li>
  );
}

/** Everywhere one is signed in, with the way to end it. */
export function Devices() {
  const { data, failure, reload } = useLoaded('sessions', () => call('listMySessions'));
  const command = useCommand();
  const [done, setDone] = useState('');
  const end = async (id: string | undefined): Promise<void> => {
    const ended =
      id === undefined
        ? await command.run(() => call('endMyOtherSessions'))
        : await command.run(() => call('endMySession', { id }));
    if (ended === undefined) return;
    setDone(id === undefined ? texts.endedOthers : texts.ended);
    reload();
  };
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={texts.title} />
      <div role="status">
        {done === '' ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{done}</p>
          </Alert>
        )}
      </div>
      <CommandFailure failure={command.failure} />
      <ul class="zb-list">
        {data.sessions.map((device) => (
          <Row key={device.id} device={device} busy={command.busy} onEnd={() => void end(device.id)} />
        ))}
      </ul>
      {data.sessions.length < 2 ? null : (
        <div>
          <ActionButton kind="secondary-action" busy={command.busy} onPress={() => void end(undefined)}>
            {texts.endOthers}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
