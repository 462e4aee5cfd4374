import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { CircleView } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { circleCheck } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { SettingsForm } from './settings-form.js';

/** The end of a circle, after asking once more. */
function Ending({ id }: { id: string }) {
  const { route } = useLocation();
  const { busy, failure, run } = useCommand();
  const [ending, setEnding] = useState(false);
  const words = t.circles.settings;
  const end = async (): Promise<void> => {
    const ended = await run(() => call('endCircle', { id }));
    setEnding(false);
    if (ended) route('/kring');
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s" aria-labelledby="end">
      <h2 class="utrecht-heading-2" id="end">
        {words.endTitle}
      </h2>
      <p>{words.endText}</p>
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton kind="secondary-action" onPress={() => setEnding(true)}>
          {words.end}
        </ActionButton>
      </div>
      <ConfirmDialog
        open={ending}
        title={words.endSure}
        text={words.endText}
        yes={words.endYes}
        busy={busy}
        onYes={() => void end()}
        onClose={() => setEnding(false)}
      />
    </section>
  );
}

/** How the circle works, and its end. */
export function CircleSettingsPart({ circle, onChange }: { circle: CircleView; onChange: () => void }) {
  const { busy, failure, run } = useCommand();
  const [saved, setSaved] = useState(false);
  const words = t.circles.settings;
  const { id, neighbourhoodCode, leadHours, address = null } = circle;
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <div role="status">
        {saved ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{words.saved}</p>
          </Alert>
        ) : null}
      </div>
      <CommandFailure failure={failure} />
      <section class="zb-flow" aria-labelledby="settings">
        <h2 class="utrecht-heading-2" id="settings">
          {words.title}
        </h2>
        <SettingsForm
          before={{ neighbourhoodCode, address, leadHours }}
          press={words.save}
          busy={busy}
          onSave={async (settings) => {
            setSaved(false);
            setSaved((await run(() => call('putCircle', { id, body: settings }))) !== undefined);
            onChange();
          }}
        />
      </section>
      <Ending id={id} />
    </div>
  );
}
