import { useState } from 'preact/hooks';
import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import type { Weekday } from '@app/contracts/http/vocabulary.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { SelectField, TextField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { sorted } from '../../parts/sorted.js';
import type { SectionProps } from './settings-draft.js';

const texts = nlOrganisers.association.hours;
type Hours = NonNullable<SettingsChoice['openingHours']>;
type Part = Hours['weekly'][number];

const weekdays = Object.keys(texts.days) as Weekday[];
const days = weekdays.map((day) => ({ value: day, text: texts.days[day] }));
const officeHours: Hours = {
  weekly: weekdays.slice(0, 5).map((day) => ({ day, from: '09:00', until: '17:00' })),
  closedDays: [],
};

interface PartRowProps {
  readonly index: number;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly onRemove: () => void;
}

function PartRow({ index, part, onPart, onRemove }: PartRowProps) {
  const id = (name: string): string => `hours-${index}-${name}`;
  const what = texts.part(texts.days[part.day], part.from, part.until);
  return (
    <li class="zb-row zb-hours">
      <SelectField
        small
        id={id('day')}
        label={texts.day}
        value={part.day}
        onValue={(day) => onPart({ ...part, day: weekdays.find((one) => one === day) ?? part.day })}
        options={days}
      />
      <TextField
        id={id('from')}
        label={texts.from}
        type="time"
        width="narrow"
        value={part.from}
        onValue={(from) => onPart({ ...part, from })}
      />
      <TextField
        id={id('until')}
        label={texts.until}
        type="time"
        width="narrow"
        error={part.until > part.from ? undefined : texts.order}
        value={part.until}
        onValue={(until) => onPart({ ...part, until })}
      />
      <ActionButton kind="subtle" sizes={['dense']} onPress={onRemove}>
        <span aria-hidden="true">{texts.remove}</span>
        <span class="zb-hidden">{texts.removeOf(what)}</span>
      </ActionButton>
    </li>
  );
}

function ClosedDays({ hours, onHours }: { hours: Hours; onHours: (hours: Hours) => void }) {
  const [day, setDay] = useState('');
  const add = (): void => {
    if (day === '') return;
    onHours({ ...hours, closedDays: sorted(new Set([...hours.closedDays, day]), (a, b) => (a < b ? -1 : 1)) });
    setDay('');
  };
  return (
    <div class="zb-flow zb-flow--xs">
      <h4 class="utrecht-heading-3">{texts.closed}</h4>
      {hours.closedDays.length === 0 ? <p class="zb-soft">{texts.noneClosed}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--2xs">
        {hours.closedDays.map((closed) => (
          <li key={closed} class="zb-row">
            {closed}
            <ActionButton
              kind="subtle"
              sizes={['dense']}
              onPress={() => onHours({ ...hours, closedDays: hours.closedDays.filter((one) => one !== closed) })}
            >
              <span aria-hidden="true">{texts.remove}</span>
              <span class="zb-hidden">{texts.removeOf(closed)}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
      <TextField id="closedDay" label={texts.closedDay} type="date" width="half" value={day} onValue={setDay} />
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={add}>
          {texts.addClosed}
        </ActionButton>
      </div>
    </div>
  );
}

/** When somebody answers: always, or at fixed times of the week apart from some days. */
export function HoursSection({ draft, change, errorOf }: SectionProps) {
  const hours = draft.openingHours;
  const put = (weekly: Part[]): void => change({ openingHours: { ...(hours ?? officeHours), weekly } });
  return (
    <section class="zb-flow zb-flow--s" aria-label={texts.title}>
      <InlineRadios
        id="openingHours"
        title={texts.title}
        hint={texts.hint}
        error={errorOf('openingHours')}
        value={hours === null ? 'always' : 'sometimes'}
        onValue={(value) => change({ openingHours: value === 'always' ? null : officeHours })}
        options={[
          { value: 'always', text: texts.always },
          { value: 'sometimes', text: texts.sometimes },
        ]}
      />
      {hours === null ? null : (
        <>
          <ul class="zb-list-plain zb-flow zb-flow--xs">
            {hours.weekly.map((part, index) => (
              <PartRow
                key={index}
                index={index}
                part={part}
                onPart={(changed) => put(hours.weekly.map((one, at) => (at === index ? changed : one)))}
                onRemove={() => put(hours.weekly.filter((_, at) => at !== index))}
              />
            ))}
          </ul>
          <div>
            <ActionButton
              kind="secondary-action"
              sizes={['dense']}
              onPress={() => put([...hours.weekly, { day: 'saturday', from: '10:00', until: '12:00' }])}
            >
              {texts.add}
            </ActionButton>
          </div>
          <ClosedDays hours={hours} onHours={(changed) => change({ openingHours: changed })} />
        </>
      )}
    </section>
  );
}
