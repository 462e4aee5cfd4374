import { useState } from 'preact/hooks';
import { t } from '../../messages/texts.js';
import { AnswerTimes } from '../../parts/answer-times.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { Tick } from '../../parts/tick.js';
import type { Failure } from '../../api/call.js';
import { useNow } from '../../parts/use-now.js';
import { PlacesFailed } from '../../places/places-failed.js';
import { desk, places } from '../../places/places.js';
import { looksLikeEmail, looksLikePhone } from '../../session/contact-rules.js';
import { me, needsName } from '../../session/session.js';
import { usePage } from '../../parts/use-page.js';

const texts = t.desk.ask;
const LEAST = 5;

export interface QuestionDraft {
  readonly text: string;
  readonly neighbourhoodCode: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string;
  readonly keepInTouch: boolean;
}

interface QuestionFormProps {
  readonly draft: QuestionDraft;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly onChange: (draft: QuestionDraft) => void;
  readonly onSend: () => void;
}

/** Who wants to be called gives a number, unless it is known. */
export const needsPhone = ({ keepInTouch }: QuestionDraft): boolean => keepInTouch && !me.value?.phone;

function faultsIn(draft: QuestionDraft): FormError[] {
  const { text, givenName, email, phone } = draft;
  const faults: FormError[] = [];
  const person = me.value;
  if (text.trim().length < LEAST) faults.push({ field: 'text', message: texts.need });
  if ((!person || needsName(person)) && givenName.trim() === '')
    faults.push({ field: 'givenName', message: t.signIn.errors.givenName });
  if (!person && !looksLikeEmail(email)) faults.push({ field: 'email', message: t.signIn.errors.email });
  if (needsPhone(draft) && !looksLikePhone(phone)) faults.push({ field: 'phone', message: t.signIn.errors.phone });
  return faults;
}

function useFields({ draft, onChange, onSend }: Pick<QuestionFormProps, 'draft' | 'onChange' | 'onSend'>) {
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  usePage(texts.title, errors.length > 0);
  const field = (id: Exclude<keyof QuestionDraft, 'keepInTouch'>) => ({
    id,
    error: errorAt(errors, id),
    value: draft[id],
    onValue: (value: string) => onChange({ ...draft, [id]: value }),
  });
  const send = (): void => {
    const faults = faultsIn(draft);
    setErrors(faults);
    if (faults.length === 0) onSend();
  };
  return { errors, field, send };
}

interface CallMeProps extends Pick<QuestionFormProps, 'draft' | 'onChange'> {
  readonly field: ReturnType<typeof useFields>['field'];
}

/** The wish to be called: a tick, and a number when none is known. */
function CallMe({ draft, onChange, field }: CallMeProps) {
  return (
    <div class="zb-flow zb-flow--xs">
      <Tick checked={draft.keepInTouch} onTick={(keepInTouch) => onChange({ ...draft, keepInTouch })}>
        {texts.keepInTouch}
      </Tick>
      <p class="zb-small zb-soft">{texts.keepInTouchText}</p>
      {needsPhone(draft) ? (
        <TextField {...field('phone')} label={texts.phone} type="tel" inputMode="tel" autocomplete="tel" width="half" />
      ) : null}
    </div>
  );
}

/** The question, and of a guest how to reach them. */
export function QuestionForm({ busy, failure, ...props }: QuestionFormProps) {
  const { errors, field, send } = useFields(props);
  const person = me.value;
  const now = useNow();
  const areas = places.value?.neighbourhoods ?? [];
  const area = areas.find(({ code }) => code === props.draft.neighbourhoodCode);
  return (
    <form
      class="zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextAreaField {...field('text')} label={texts.text} hint={texts.hint} />
      <PlacesFailed />
      <SelectField
        {...field('neighbourhoodCode')}
        label={texts.place}
        options={[{ value: '', text: texts.noPlace }, ...areas.map(({ code, name }) => ({ value: code, text: name }))]}
      />
      <AnswerTimes organisationId={area?.organisationId ?? desk.value?.id ?? null} now={now} />
      <CallMe {...props} field={field} />
      {person && !needsName(person) ? null : (
        <TextField {...field('givenName')} label={texts.name} autocomplete="given-name" width="half" />
      )}
      {person ? null : (
        <TextField
          {...field('email')}
          label={texts.email}
          hint={texts.emailHint}
          type="email"
          inputMode="email"
          autocomplete="email"
        />
      )}
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}
