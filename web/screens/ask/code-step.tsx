import { useLocation } from 'preact-iso';
import type { Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { CodeForm } from '../../parts/code-form.js';
import { StateCard } from '../../parts/state-card.js';
import { infoCircle } from '../../parts/icons.js';
import { sent } from './draft-store.js';
import { confirmRequest, renewCode } from './send-request.js';

/** The last step of a guest: the code that confirms the request. */
export function CodeStep() {
  const { route } = useLocation();
  const waiting = sent.value;
  if (waiting === undefined) {
    return (
      <StateCard asPage drawing={infoCircle} title={t.ask.code.gone} text={`${t.ask.noAccount} ${t.ask.stored}`}>
        <ActionLink href="/vraag">{t.ask.code.startAgain}</ActionLink>
      </StateCard>
    );
  }
  const confirm = async (code: string): Promise<Failure | undefined> => {
    const result = await confirmRequest(code);
    if (!('id' in result)) return result;
    route(`/vragen/${result.id}?verstuurd=1`, true);
    return undefined;
  };
  return (
    <CodeForm
      title={t.ask.code.title}
      lead={t.ask.code.lead(waiting.email)}
      confirm={t.ask.code.confirm}
      onCode={confirm}
      onNewCode={renewCode}
    />
  );
}
