import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';
import { questions, titles } from './help-parts.js';
import { changedProfile, errorsOf, settingsOf, type Part } from './help-settings.js';
import { saveProfile } from './saved-profile.js';

interface EditPartProps {
  readonly part: Part;
  readonly profile: HelperProfileBody;
  readonly onSaved: (profile: HelperProfileBody) => void;
}

/** One question about being asked. Saving leads back to the overview, where it can be undone. */
export function EditPart({ part, profile, onSaved }: EditPartProps) {
  const { route } = useLocation();
  const [settings, setSettings] = useState(() => settingsOf(profile));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { busy, failure, run } = useCommand();
  usePage(titles[part], errors.length > 0);
  const save = async (): Promise<void> => {
    const found = errorsOf(part, settings);
    setErrors(found);
    if (found.length > 0) return;
    const saved = await saveProfile(run, changedProfile(settings, profile), profile);
    if (saved === undefined) return;
    onSaved(saved);
    route('/mijn-hulp');
  };
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        <TextLink href="/mijn-hulp">{t.myHelp.back}</TextLink>
      </p>
      <ErrorSummary errors={errors} />
      <CommandFailure failure={failure} />
      {questions[part]({
        answers: settings,
        change: (changed) => setSettings((before) => ({ ...before, ...changed })),
        errors,
      })}
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.myHelp.save}
        </ActionButton>
      </div>
    </form>
  );
}
