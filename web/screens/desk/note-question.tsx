import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskCaller, DeskQuestion } from '@app/contracts/http/desk.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { FollowCode } from '../../parts/follow-code.js';
import { useKey } from '../../parts/use-key.js';
import { places } from '../../places/places.js';
import { useDeskCallers, useNote } from './use-note.js';

const texts = nlOrganisers.deskWork.phone;

function Caller({ person, onChoose }: { person: DeskCaller; onChoose: (person: DeskCaller) => void }) {
  return (
    <li class="zb-flow zb-flow--2xs">
      <div class="zb-row zb-row--apart">
        <span>
          <strong>{person.givenName}</strong>{' '}
          <span class="zb-soft">{person.phoneEnding === null ? null : texts.ends(person.phoneEnding)}</span>
        </span>
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => onChoose(person)}>
          {texts.choose(person.givenName)}
        </ActionButton>
      </div>
      {person.openQuestions.length === 0 ? null : (
        <>
          <strong>{texts.runs}</strong>
          <ul>
            {person.openQuestions.map(({ id, text, ownerName }) => (
              <li key={id}>
                {text} <span class="zb-soft">{texts.at(ownerName)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

/** Who may be on the telephone, so that one person stays one person and one question one question. */
function Callers({ draft, known, choose }: Pick<ReturnType<typeof useNote>, 'draft' | 'known' | 'choose'>) {
  const people = useDeskCallers(draft);
  const found = people.length > 0 || known !== undefined;
  return (
    <div class={found ? 'zb-card zb-card--tight zb-flow zb-flow--s' : 'zb-hidden'}>
      <p role="status">
        {known !== undefined ? texts.chosen(known.givenName) : people.length === 0 ? '' : texts.found(people.length)}
      </p>
      {known === undefined ? (
        <ul class="zb-list-plain zb-flow zb-flow--s">
          {people.map((person) => (
            <Caller key={person.personId} person={person} onChoose={choose} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Noted({ noted, onAnother }: { noted: DeskQuestion; onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody sees it: a key pressed at once goes on from here.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="zb-flow">
      <h2 class="utrecht-heading-3" tabIndex={-1} ref={heading}>
        {texts.noted(noted.owner.name)}
      </h2>
      <FollowCode about="question" id={noted.id} />
      <div>
        <ActionButton kind="subtle" sizes={['dense']} onPress={onAnother}>
          {texts.another}
        </ActionButton>
      </div>
    </div>
  );
}

function NoteForm({ busy, failure, errors, field, send, ...rest }: ReturnType<typeof useNote>) {
  const form = useRef<HTMLFormElement>(null);
  const areas = (places.value?.neighbourhoods ?? []).map(({ code, name }) => ({ value: code, text: name }));
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) void send();
  };
  useKey((event) => {
    const here = form.current?.contains(document.activeElement) === true;
    if (here && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  });
  return (
    <form class="zb-flow" noValidate ref={form} onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <TextField {...field('phone')} label={texts.number} type="tel" inputMode="tel" width="half" maxLength={20} />
      <TextField {...field('givenName')} label={texts.name} width="half" maxLength={60} />
      <Callers {...rest} />
      <SelectField
        {...field('neighbourhoodCode')}
        label={texts.place}
        options={[{ value: '', text: texts.noPlace }, ...areas]}
      />
      <TextAreaField {...field('text')} label={texts.text} />
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton submit busy={busy}>
          {texts.send}
        </ActionButton>
        <p class="zb-keys zb-small zb-soft">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> {texts.keys}
        </p>
      </div>
    </form>
  );
}

/** A question of somebody on the telephone who has no e-mail, and afterwards the code to follow it with. */
export function NoteQuestion({ onDone }: { onDone: () => void }) {
  const note = useNote(onDone);
  return (
    <details class="zb-card">
      <summary>{texts.title}</summary>
      {note.noted === undefined ? <NoteForm {...note} /> : <Noted noted={note.noted} onAnother={note.another} />}
    </details>
  );
}
