import { useState } from 'preact/hooks';
import type { DeskQuestion, DeskTheme } from '@app/contracts/http/desk.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';

const texts = nlOrganisers.deskWork;
const themes = Object.keys(texts.themes) as DeskTheme[];
const LEAST = 5;

interface AnswerProps {
  readonly question: DeskQuestion;
  readonly onDone: () => void;
}

function useAnswer({ question, onDone }: AnswerProps) {
  const { busy, failure, run } = useCommand();
  const [draft, setDraft] = useState({ answer: '', theme: '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const idOf = (name: string): string => `${name}-${question.id}`;
  const send = async (): Promise<void> => {
    const theme = themes.find((one) => one === draft.theme);
    const faults: FormError[] = [];
    if (draft.answer.trim().length < LEAST) faults.push({ field: idOf('answer'), message: texts.errors.answer });
    if (theme === undefined) faults.push({ field: idOf('theme'), message: texts.errors.theme });
    setErrors(faults);
    if (theme === undefined || faults.length > 0) return;
    const body = { text: draft.answer.trim(), theme };
    const { id, version } = question;
    if ((await run(() => call('answerDeskQuestion', { id, version, body }))) !== undefined) onDone();
  };
  const field = (name: keyof typeof draft) => ({
    id: idOf(name),
    error: errorAt(errors, idOf(name)),
    value: draft[name],
    onValue: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  return { busy, failure, errors, field, send };
}

/** The answer and what the question was about. */
export function AnswerQuestion({ question, onDone }: AnswerProps) {
  const { busy, failure, errors, field, send } = useAnswer({ question, onDone });
  return (
    <form
      class="zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextAreaField
        {...field('answer')}
        label={texts.answer}
        hint={question.desk?.byPhone === true ? texts.answerByPhone : texts.answerHint}
      />
      <SelectField
        {...field('theme')}
        label={texts.theme}
        options={[{ value: '', text: '' }, ...themes.map((value) => ({ value, text: texts.themes[value] }))]}
      />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy}>
          {texts.send}
          <span class="zb-hidden">: {question.desk?.givenName}</span>
        </ActionButton>
      </div>
    </form>
  );
}
