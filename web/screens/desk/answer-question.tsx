import { useState } from 'preact/hooks';
import type { DeskQuestion, DeskTheme } from '@app/contracts/http/desk.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { forgetWritten, useWritten } from '../../session/written-words.js';

const texts = nlOrganisers.deskWork;
const themes = Object.keys(texts.themes) as DeskTheme[];
const LEAST = 5;

interface AnswerProps {
  readonly question: DeskQuestion;
  readonly onWriting: () => void;
  /** Also when somebody else was first: what stands there now is read again. */
  readonly onDone: (how: 'answered' | 'refused') => void;
}

function useAnswer({ question, onWriting, onDone }: AnswerProps) {
  const { busy, failure, run } = useCommand();
  const [answer, write] = useWritten(question.id);
  const [theme, setTheme] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const idOf = (name: string): string => `${name}-${question.id}`;
  const send = async (): Promise<void> => {
    const about = themes.find((one) => one === theme);
    const faults: FormError[] = [];
    if (answer.trim().length < LEAST) faults.push({ field: idOf('answer'), message: texts.errors.answer });
    if (about === undefined) faults.push({ field: idOf('theme'), message: texts.errors.theme });
    setErrors(faults);
    if (about === undefined || faults.length > 0) return;
    const body = { text: answer.trim(), theme: about };
    const { id, version } = question;
    const done = await run(() => call('answerDeskQuestion', { id, version, body }));
    if (done !== undefined) forgetWritten(id);
    onDone(done === undefined ? 'refused' : 'answered');
  };
  const field = (name: 'answer' | 'theme') => ({
    id: idOf(name),
    error: errorAt(errors, idOf(name)),
    value: name === 'answer' ? answer : theme,
    onValue: (value: string): void => {
      if (name === 'theme') return setTheme(value);
      write(value);
      onWriting();
    },
  });
  return { busy, failure, errors, field, send };
}

/** The answer and what the question was about. */
export function AnswerQuestion(props: AnswerProps) {
  const { question } = props;
  const { busy, failure, errors, field, send } = useAnswer(props);
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
