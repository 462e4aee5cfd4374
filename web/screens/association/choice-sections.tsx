import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { RadioChoice, ChoiceGroup } from '../../parts/choice.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { sorted } from '../../parts/sorted.js';
import type { SectionProps } from './settings-draft.js';

const texts = nlOrganisers.association;
const modes = Object.keys(texts.moderation.names) as SettingsChoice['moderationMode'][];

export function ModerationSection({ draft, change }: SectionProps) {
  return (
    <ChoiceGroup id="moderationMode" title={texts.moderation.title}>
      <div class="zb-choices">
        {modes.map((mode) => (
          <RadioChoice
            key={mode}
            id={`moderationMode-${mode}`}
            name="moderationMode"
            checked={draft.moderationMode === mode}
            onChoose={() => change({ moderationMode: mode })}
            title={texts.moderation.names[mode]}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

const paces = [
  ['acuteCoordinatorMinutes', [5, 10, 15, 20, 30], texts.pace.minutes],
  ['acuteDeskMinutes', [10, 15, 20, 30, 45, 60], texts.pace.minutes],
  ['plannedCoordinatorPercent', [10, 20, 25, 33, 50], texts.pace.percent],
  ['plannedDeskPercent', [20, 33, 50, 66, 75], texts.pace.percent],
] as const;

export function PaceSection({ draft, change, errorOf }: SectionProps) {
  return (
    <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset zb-flow zb-flow--s">
      <legend class="utrecht-form-label">{texts.pace.title}</legend>
      <p class="zb-soft zb-small">{texts.pace.hint}</p>
      {paces.map(([name, offered, words]) => {
        const value = draft.pace[name];
        // What was chosen elsewhere stays among the choices.
        const all = sorted(new Set<number>([...offered, value]), (a, b) => a - b);
        return (
          <SelectField
            key={name}
            id={`pace-${name}`}
            label={texts.pace[name]}
            error={errorOf(`pace-${name}`)}
            value={String(value)}
            onValue={(chosen) => change({ pace: { ...draft.pace, [name]: Number(chosen) } })}
            options={all.map((count) => ({ value: String(count), text: words(count) }))}
          />
        );
      })}
    </fieldset>
  );
}

export function WordsSection({ draft, change, errorOf }: SectionProps) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="words">
      <h3 class="utrecht-heading-3" id="words">
        {texts.words.title}
      </h3>
      <TextAreaField
        id="welcomeText"
        label={texts.words.welcome}
        hint={texts.words.welcomeHint}
        error={errorOf('welcomeText')}
        value={draft.welcomeText ?? ''}
        onValue={(text) => change({ welcomeText: text === '' ? null : text })}
      />
      <TextAreaField
        id="nobodyText"
        label={texts.words.nobody}
        hint={texts.words.nobodyHint}
        error={errorOf('nobodyText')}
        value={draft.nobodyText ?? ''}
        onValue={(text) => change({ nobodyText: text === '' ? null : text })}
      />
    </section>
  );
}

export function NameSection({ draft, change, errorOf }: SectionProps) {
  return (
    <TextField
      id="name"
      label={texts.name}
      error={errorOf('name')}
      value={draft.name}
      onValue={(name) => change({ name })}
      maxLength={80}
    />
  );
}

export function PeopleSection({ view, draft, change, errorOf }: SectionProps) {
  const nobody = { value: '', text: texts.people.nobody };
  const options = [nobody, ...view.colleagues.map(({ personId, givenName }) => ({ value: personId, text: givenName }))];
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="people">
      <h3 class="utrecht-heading-3" id="people">
        {texts.people.title}
      </h3>
      <SelectField
        id="contactPersonId"
        label={texts.people.contact}
        error={errorOf('contactPersonId')}
        value={draft.contactPersonId ?? ''}
        onValue={(id) => change({ contactPersonId: id === '' ? null : id })}
        options={options}
      />
      <SelectField
        id="deputyPersonId"
        label={texts.people.deputy}
        error={errorOf('deputyPersonId')}
        value={draft.deputyPersonId ?? ''}
        onValue={(id) => change({ deputyPersonId: id === '' ? null : id })}
        options={options}
      />
      {view.desk === null ? null : (
        <p class="zb-soft">{texts.people.desk(view.desk.name, view.desk.givenName, view.desk.phone)}</p>
      )}
    </section>
  );
}
