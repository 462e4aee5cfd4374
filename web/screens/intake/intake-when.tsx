import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { useNow } from '../../parts/use-now.js';
import { dayAfter, wallTimeOf } from '../../time/amsterdam.js';
import { capital, clockTime, fullDayText } from '../../time/time-texts.js';
import { partHours, type Draft, type PlannedPart } from '../ask/draft.js';

const DAYS_AHEAD = 14;
const parts = Object.keys(partHours) as PlannedPart[];

interface WhenProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: readonly FormError[];
}

function Acute({ draft, change, errors }: WhenProps) {
  const now = useNow();
  return (
    <>
      <TextField
        id="latest"
        label={t.ask.when.latest}
        hint={t.ask.when.latestHint(clockTime(now))}
        error={errorAt(errors, 'latest')}
        value={draft.latest}
        onValue={(latest) => change({ latest })}
        type="time"
        width="narrow"
      />
      <InlineRadios
        id="addressAtOnce"
        title={nlOrganisers.intake.atOnce}
        error={errorAt(errors, 'addressAtOnce')}
        value={draft.addressAtOnce}
        onValue={(value) => change({ addressAtOnce: value === 'yes' ? 'yes' : 'no' })}
        options={[
          { value: 'no', text: t.ask.when.no },
          { value: 'yes', text: t.ask.when.yes },
        ]}
      />
    </>
  );
}

function Planned({ draft, change, errors }: WhenProps) {
  const today = wallTimeOf(useNow()).day;
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => dayAfter(today, ahead));
  return (
    <>
      <SelectField
        id="day"
        label={t.ask.when.day}
        error={errorAt(errors, 'day')}
        value={draft.day}
        onValue={(day) => change({ day })}
        options={[
          { value: '', text: t.ask.when.chooseDay },
          ...days.map((day) => ({ value: day, text: capital(fullDayText(day)) })),
        ]}
      />
      <InlineRadios
        id="part"
        title={t.ask.when.part}
        error={errorAt(errors, 'part')}
        value={draft.part}
        onValue={(value) => change({ part: parts.find((name) => name === value) ?? '' })}
        options={parts.map((name) => ({ value: name, text: t.ask.when.parts[name] }))}
      />
    </>
  );
}

/** When the help is needed, on one line as long as nothing is chosen. */
export function IntakeWhen(props: WhenProps) {
  const { draft, change, errors } = props;
  return (
    <>
      <InlineRadios
        id="urgency"
        title={nlOrganisers.intake.when}
        error={errorAt(errors, 'urgency')}
        value={draft.urgency}
        onValue={(value) => change({ urgency: value === 'acute' ? 'acute' : 'planned' })}
        options={[
          { value: 'acute', text: nlOrganisers.intake.acute },
          { value: 'planned', text: nlOrganisers.intake.planned },
        ]}
      />
      {draft.urgency === 'acute' ? <Acute {...props} /> : null}
      {draft.urgency === 'planned' ? <Planned {...props} /> : null}
    </>
  );
}
