import { useState } from 'preact/hooks';
import type { AskingPolicyView, PolicyChoice } from '@app/contracts/http/asking.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { circleCheck } from '../../parts/icons.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { useCommand } from '../../parts/use-command.js';
import { shadowChosen, shadowOptions, shadowToKeep } from './shadow-choice.js';

const texts = nlOrganisers.asking;
const presets = Object.entries(texts.preset.names).map(([value, text]) => ({ value, text }));
const tempos = Object.entries(texts.tempo.names).map(([value, text]) => ({ value, text }));

interface PolicyFormProps {
  readonly view: AskingPolicyView;
  readonly onSaved: (view: AskingPolicyView) => void;
}

/** What is chosen on the form, and keeping it. */
function usePolicy({ view, onSaved }: PolicyFormProps) {
  const [preset, setPreset] = useState<string>(view.policy.preset);
  const [tempo, setTempo] = useState<string>(view.policy.tempo);
  const [shadow, setShadow] = useState<string>(shadowChosen(view));
  const [saved, setSaved] = useState(false);
  const { busy, failure, run } = useCommand();
  const save = async (): Promise<void> => {
    setSaved(false);
    const policy = { preset, tempo } as PolicyChoice;
    const body = { policy, shadow: shadowToKeep(shadow, policy, view) };
    const done = await run(() => call('putAskingPolicy', { id: view.associationId, body }));
    if (done === undefined) return;
    setSaved(true);
    onSaved(done.data);
  };
  // What was said of the choice before is not true of this one.
  const anew = (set: (name: string) => void) => (name: string) => {
    setSaved(false);
    set(name);
  };
  const choose = { preset: anew(setPreset), tempo: anew(setTempo), shadow: anew(setShadow) };
  return { preset, tempo, shadow, choose, saved, busy, failure, save };
}

/** The choice an organisation makes, with another one to try beside it. */
export function PolicyForm(props: PolicyFormProps) {
  const { preset, tempo, shadow, choose, saved, busy, failure, save } = usePolicy(props);
  const id = (name: string): string => `${name}-${props.view.associationId}`;
  return (
    <form
      class="zb-card zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <InlineRadios
        id={id('preset')}
        title={texts.preset.title}
        value={preset}
        onValue={choose.preset}
        options={presets}
      />
      <InlineRadios id={id('tempo')} title={texts.tempo.title} value={tempo} onValue={choose.tempo} options={tempos} />
      <InlineRadios
        id={id('shadow')}
        title={texts.shadow.title}
        hint={texts.shadow.hint}
        value={shadow}
        onValue={choose.shadow}
        options={shadowOptions(props.view)}
      />
      <CommandFailure failure={failure} />
      <div role="status">
        {saved ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{texts.saved}</p>
          </Alert>
        ) : null}
      </div>
      <div>
        <ActionButton submit busy={busy}>
          {texts.save}
        </ActionButton>
      </div>
    </form>
  );
}
