import type { Failure } from '../api/call.js';
import { problemText } from '../api/problem-text.js';
import { t } from '../messages/texts.js';
import { ActionButton, ActionLink } from './action.js';
import { plugOff } from './icons.js';
import { StateCard } from './state-card.js';

interface FailureCardProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** True when nothing else is on the page. */
  readonly asPage?: boolean;
}

/** What a page shows when its content could not be fetched. */
export function FailureCard({ failure, onRetry, asPage = false }: FailureCardProps) {
  const missing = failure.code === 'not-found';
  return (
    <StateCard
      asPage={asPage}
      drawing={plugOff}
      title={missing ? t.problems.notFoundTitle : t.problems.loadTitle}
      text={missing ? t.problems.notFoundText : problemText(failure)}
    >
      {missing ? (
        <ActionLink kind="secondary-action" href="/">
          {t.frame.toStart}
        </ActionLink>
      ) : (
        <ActionButton kind="secondary-action" onPress={onRetry}>
          {t.frame.retry}
        </ActionButton>
      )}
    </StateCard>
  );
}
