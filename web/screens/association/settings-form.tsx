import type { AssociationSettingsView } from '@app/contracts/http/association-settings.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt } from '../../parts/error-summary.js';
import { circleCheck } from '../../parts/icons.js';
import { AreaSection } from './area-section.js';
import { ModerationSection, NameSection, PaceSection, PeopleSection, WordsSection } from './choice-sections.js';
import { FallbackSection } from './fallback-section.js';
import { HoursSection } from './hours-section.js';
import type { SectionProps } from './settings-draft.js';
import { StaleSettings } from './stale-settings.js';
import { useSettings } from './use-settings.js';

const texts = nlOrganisers.association;

const sections = {
  name: NameSection,
  area: AreaSection,
  people: PeopleSection,
  moderation: ModerationSection,
  pace: PaceSection,
  hours: HoursSection,
  fallback: FallbackSection,
  words: WordsSection,
};
export type SectionName = keyof typeof sections;

interface SettingsFormProps {
  readonly view: AssociationSettingsView;
  readonly onView: (view: AssociationSettingsView) => void;
  /** Which parts of the settings, in this order; all unless told otherwise. */
  readonly parts?: readonly SectionName[];
  readonly button?: string;
  readonly onSaved?: () => void;
}

/** The settings, or some of them, to change and keep together. */
export function SettingsForm({ view, onView, parts, button = texts.save, onSaved }: SettingsFormProps) {
  const { draft, base, theirs, saved, busy, failure, errors, change, save, keepMine, takeTheirs } = useSettings(
    view,
    onView,
  );
  if (theirs !== undefined) {
    const onKeep = (): void => void keepMine();
    return (
      <StaleSettings base={base} theirs={theirs} mine={draft} busy={busy} onKeep={onKeep} onTake={() => takeTheirs()} />
    );
  }
  const props: SectionProps = { view, draft, change, errorOf: (field) => errorAt(errors, field) };
  const submit = async (): Promise<void> => {
    if (await save()) onSaved?.();
  };
  return (
    <form
      class="zb-flow zb-flow--l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} />
      {(parts ?? (Object.keys(sections) as SectionName[])).map((name) => {
        const Section = sections[name];
        return <Section key={name} {...props} />;
      })}
      <CommandFailure failure={errors.length === 0 ? failure : undefined} />
      <div role="status">
        {saved && onSaved === undefined ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{texts.saved}</p>
          </Alert>
        ) : null}
      </div>
      <div>
        <ActionButton submit busy={busy}>
          {button}
        </ActionButton>
      </div>
    </form>
  );
}
