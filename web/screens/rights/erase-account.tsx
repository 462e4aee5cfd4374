import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';
import { forgetAll } from '../../session/kept.js';
import { forgetWordsOfOthers } from '../../session/kept-words.js';
import { ProofForm } from './proof-form.js';
import { RightsHead } from './rights-head.js';
import { useProof } from './use-proof.js';

const texts = t.rights.erase;

/** What erasing means, then a fresh code, then it is done. The page is loaded anew, so that nothing stays in memory. */
export function EraseAccount({ email }: { email: string }) {
  const proof = useProof();
  const command = useCommand();
  const [gone, setGone] = useState(false);
  const erase = async (body: { challengeId: string; code: string } | undefined): Promise<void> => {
    if (body === undefined) return;
    const done = await command.run(() => call('eraseMe', { body }));
    if (done === undefined) return;
    setGone(true);
    forgetAll();
    forgetWordsOfOthers();
    location.assign('/gewist');
  };
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={texts.title} lead={texts.lead} />
      <ul class="zb-bullets">
        {texts.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p>
        {texts.instead} <TextLink href="/mijn-hulp">{texts.pause}</TextLink>
      </p>
      <CommandFailure failure={proof.failure} />
      {proof.sent === undefined ? (
        <div class="zb-flow">
          <p>{t.rights.proof(email)}</p>
          <div>
            <ActionButton kind="secondary-action" onPress={() => void proof.send([email])}>
              {t.rights.sendCode}
            </ActionButton>
          </div>
        </div>
      ) : (
        <ProofForm
          sent={proof.sent}
          confirm={texts.yes}
          command={{ ...command, busy: command.busy || gone }}
          onProofs={(proofs) => void erase(proofs[0])}
        />
      )}
    </div>
  );
}
