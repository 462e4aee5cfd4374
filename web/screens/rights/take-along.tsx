import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';
import { ProofForm } from './proof-form.js';
import { RightsHead } from './rights-head.js';
import { useProof } from './use-proof.js';

const texts = t.rights.take;

interface Export {
  readonly exportedAt: string;
  readonly data: unknown;
  readonly html: string;
}

/** Hands a text to the browser as a file; it is made here and stored nowhere else. */
function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Ready({ exported }: { exported: Export }) {
  const name = `zorgzame-buurten-${exported.exportedAt.slice(0, 10)}`;
  return (
    <section class="zb-card zb-flow" aria-labelledby="ready" role="status">
      <h2 class="utrecht-heading-2" id="ready">
        {texts.ready}
      </h2>
      <p>{texts.readyText}</p>
      <div class="zb-row">
        <ActionButton onPress={() => save(`${name}.html`, 'text/html;charset=utf-8', exported.html)}>
          {texts.page}
        </ActionButton>
        <ActionButton
          kind="secondary-action"
          onPress={() => save(`${name}.json`, 'application/json', JSON.stringify(exported.data, null, 2))}
        >
          {texts.data}
        </ActionButton>
      </div>
    </section>
  );
}

/** Everything we keep of the person, as a page to read and as data. */
export function TakeAlong({ email }: { email: string }) {
  const proof = useProof();
  const command = useCommand();
  const [exported, setExported] = useState<Export>();
  const make = async (body: { challengeId: string; code: string } | undefined): Promise<void> => {
    if (body === undefined) return;
    const done = await command.run(() => call('exportMyData', { body }));
    if (done !== undefined) setExported(done.data);
  };
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={texts.title} lead={texts.lead} />
      <CommandFailure failure={proof.failure} />
      {exported !== undefined ? (
        <Ready exported={exported} />
      ) : proof.sent === undefined ? (
        <div class="zb-flow">
          <p>{t.rights.proof(email)}</p>
          <div>
            <ActionButton onPress={() => void proof.send([email])}>{t.rights.sendCode}</ActionButton>
          </div>
        </div>
      ) : (
        <ProofForm
          sent={proof.sent}
          confirm={texts.make}
          command={command}
          onProofs={(proofs) => void make(proofs[0])}
        />
      )}
    </div>
  );
}
