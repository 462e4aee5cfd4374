import { t } from '../messages/texts.js';
import { ActionButton } from './action.js';

interface OutcomeQuestionProps {
  readonly busy: boolean;
  readonly onAnswer: (helped: boolean) => void;
}

/** "Is het gelukt?" Both answers are equally large; nobody is rated. */
export function OutcomeQuestion({ busy, onAnswer }: OutcomeQuestionProps) {
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="outcome">
      <h2 class="utrecht-heading-2" id="outcome">
        {t.request.outcome.title}
      </h2>
      <p>{t.request.outcome.text}</p>
      <div class="zb-pair">
        <ActionButton kind="secondary-action" sizes={['block']} busy={busy} onPress={() => onAnswer(true)}>
          {t.request.outcome.yes}
        </ActionButton>
        <ActionButton kind="plain" sizes={['block']} busy={busy} onPress={() => onAnswer(false)}>
          {t.request.outcome.no}
        </ActionButton>
      </div>
    </section>
  );
}
