import { useState } from 'preact/hooks';
import { gatheringAudiences, gatheringKinds, gatheringRhythms } from './gathering-codes.js';
import type { ManagedGathering } from '@app/contracts/http/gathering-shapes.js';
import { call, type Failure } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { errorAt, ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { DayField, SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { places } from '../../places/places.js';
import { organisation, organisations } from '../../session/organisation.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { serviceNow } from '../../time/service-clock.js';
import { capital, durationText } from '../../time/time-texts.js';
import { changeBody, draftErrors, draftOf, newBody, type GatheringDraft } from './gathering-draft.js';

const texts = nlOrganisers.organiseGatherings;
const words = texts.form;
const lengths = [30, 60, 90, 120, 150, 180, 240, 300, 360];

interface PartProps {
  readonly draft: GatheringDraft;
  readonly errors: readonly FormError[];
  readonly change: (part: Partial<GatheringDraft>) => void;
}

function What({ draft, errors, change }: PartProps) {
  const { kinds, forWhom } = t.gatherings;
  return (
    <>
      <SelectField
        id="kind"
        label={words.kind}
        value={draft.kind}
        onValue={(value) => change({ kind: gatheringKinds.find((code) => code === value) ?? 'other' })}
        options={gatheringKinds.map((code) => ({ value: code, text: kinds[code] }))}
      />
      <TextField
        id="title"
        label={words.title}
        hint={words.titleHint}
        error={errorAt(errors, 'title')}
        maxLength={80}
        value={draft.title}
        onValue={(title) => change({ title })}
      />
      <TextAreaField
        id="words"
        label={words.words}
        hint={words.wordsHint}
        error={errorAt(errors, 'words')}
        value={draft.words}
        onValue={(text) => change({ words: text })}
      />
      <SelectField
        id="forWhom"
        label={words.forWhom}
        value={draft.forWhom}
        onValue={(value) => change({ forWhom: gatheringAudiences.find((code) => code === value) ?? 'everybody' })}
        options={gatheringAudiences.map((code) => ({ value: code, text: forWhom[code] }))}
      />
    </>
  );
}

function Where({ draft, errors, change }: PartProps) {
  const neighbourhoods = places.value?.neighbourhoods ?? [];
  return (
    <>
      <TextField
        id="place"
        label={words.place}
        hint={words.placeHint}
        error={errorAt(errors, 'place')}
        maxLength={120}
        value={draft.place}
        onValue={(place) => change({ place })}
      />
      <SelectField
        id="neighbourhoodCode"
        label={words.neighbourhood}
        error={errorAt(errors, 'neighbourhoodCode')}
        value={draft.neighbourhoodCode}
        onValue={(neighbourhoodCode) => change({ neighbourhoodCode })}
        options={[
          { value: '', text: words.choose },
          ...neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <TextField
        id="seats"
        label={words.seats}
        hint={words.seatsHint}
        error={errorAt(errors, 'seats')}
        inputMode="numeric"
        width="narrow"
        value={draft.seats}
        onValue={(seats) => change({ seats })}
      />
    </>
  );
}

function Days({ draft, errors, change }: PartProps) {
  return (
    <>
      <DayField
        id="day"
        label={words.day}
        error={errorAt(errors, 'day')}
        value={draft.day}
        onValue={(day) => change({ day })}
      />
      <SelectField
        id="everyWeeks"
        label={words.rhythm}
        value={String(draft.everyWeeks)}
        onValue={(value) => change({ everyWeeks: gatheringRhythms.find((weeks) => String(weeks) === value) ?? 0 })}
        options={[
          { value: '0', text: words.once },
          ...gatheringRhythms.map((weeks) => ({ value: String(weeks), text: t.gatherings.every[weeks] })),
        ]}
      />
      {draft.everyWeeks === 0 ? null : (
        <DayField
          id="untilDay"
          label={words.until}
          error={errorAt(errors, 'untilDay')}
          value={draft.untilDay}
          onValue={(untilDay) => change({ untilDay })}
        />
      )}
    </>
  );
}

function Clock({ draft, errors, change }: PartProps) {
  return (
    <>
      <TextField
        id="time"
        label={words.time}
        error={errorAt(errors, 'time')}
        type="time"
        width="narrow"
        value={draft.time}
        onValue={(time) => change({ time })}
      />
      <SelectField
        id="minutes"
        label={words.minutes}
        value={String(draft.minutes)}
        onValue={(value) => change({ minutes: Number(value) })}
        options={[...new Set([...lengths, draft.minutes])].map((minutes) => ({
          value: String(minutes),
          text: capital(durationText(minutes)),
        }))}
      />
    </>
  );
}

/** Says under the day that it lies in the past. */
function pastError(failure: Failure | undefined): FormError[] {
  return failure?.code === 'window-in-past' ? [{ field: 'day', message: words.errors.past }] : [];
}

interface FormProps {
  readonly edited: ManagedGathering | undefined;
  readonly onDone: (told: string) => void;
}

/** The questions about a gathering. All faults come at once, after pressing the button. */
export function GatheringForm({ edited, onDone }: FormProps) {
  const [draft, setDraft] = useState(() => draftOf(wallTimeOf(serviceNow()).day, edited));
  const [own, setOwn] = useState(organisation.value ?? '');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { busy, failure, run } = useCommand();
  const isNew = edited === undefined;
  const shown = [...errors, ...pastError(failure)];
  const change = (part: Partial<GatheringDraft>): void => setDraft({ ...draft, ...part });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const faults = draftErrors(draft, isNew);
    setErrors(faults);
    if (faults.length > 0) return;
    if (edited !== undefined) {
      if (await run(() => call('editGathering', { id: edited.id, body: changeBody(draft) }))) onDone(texts.changed);
      return;
    }
    const made = await run(() => call('announceGathering', { body: newBody(draft, own) }));
    if (made) onDone(texts.announced(made.data.dates));
  };
  const part = { draft, errors: shown, change };
  return (
    <form class="zb-card zb-flow" noValidate onSubmit={(event) => void submit(event)}>
      <h2 class="utrecht-heading-2">{isNew ? words.newTitle : words.changeTitle}</h2>
      <ErrorSummary errors={shown} />
      <CommandFailure failure={pastError(failure).length > 0 ? undefined : failure} />
      {isNew && organisations.value.length > 1 ? (
        <SelectField
          id="organisation"
          label={words.organisation}
          value={own}
          onValue={setOwn}
          options={organisations.value.map(({ id, name }) => ({ value: id, text: name }))}
        />
      ) : null}
      <What {...part} />
      <Where {...part} />
      {isNew ? <Days {...part} /> : null}
      <Clock {...part} />
      <div class="zb-row">
        <ActionButton submit busy={busy}>
          {isNew ? words.send : words.saveChange}
        </ActionButton>
        <ActionLink kind="plain" href="/werklijst/ontmoetingen">
          {t.frame.cancel}
        </ActionLink>
      </div>
    </form>
  );
}
