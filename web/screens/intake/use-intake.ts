import { useRef, useState } from 'preact/hooks';
import type { KnownAsker } from '@app/contracts/http/intake.js';
import type { PostedHelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import type { FormError } from '../../parts/error-summary.js';
import { useCommand } from '../../parts/use-command.js';
import { serviceNow } from '../../time/service-clock.js';
import type { Draft } from '../ask/draft.js';
import { emptyIntake, intakeBody, intakeErrors, type Intake } from './intake-rules.js';

/** A request being taken down, until it is sent. Nothing of the caller is kept on the device. */
export function useIntake() {
  const [intake, setIntake] = useState<Intake>(emptyIntake);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [posted, setPosted] = useState<PostedHelpRequestView>();
  const { busy, failure, run } = useCommand();
  // The same content goes under the same key, so that trying again after a lost answer asks once.
  const attempt = useRef({ content: '', key: '' });

  const change = (part: Partial<Draft>): void =>
    setIntake(({ draft, known }) => ({ known, draft: { ...draft, ...part } }));
  const choose = (known: KnownAsker | undefined): void =>
    setIntake(({ draft }) => ({
      known,
      draft: { ...draft, neighbourhoodCode: known?.neighbourhoodCode ?? draft.neighbourhoodCode },
    }));
  const send = async (): Promise<void> => {
    const now = serviceNow();
    const found = intakeErrors(intake, now);
    setErrors(found);
    const body = found.length > 0 ? undefined : intakeBody(intake, now);
    if (body === undefined) return;
    const content = JSON.stringify(intake);
    if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    const { key } = attempt.current;
    const done = await run(() => call('postHelpRequest', { body, idempotencyKey: key }));
    if (done !== undefined) setPosted(done.data);
  };
  const again = (): void => {
    setIntake(emptyIntake);
    setErrors([]);
    setPosted(undefined);
  };
  return { intake, errors, posted, busy, failure, change, choose, send, again };
}
