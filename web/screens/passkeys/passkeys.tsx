import { useState } from 'preact/hooks';
import type { PasskeyView } from '@app/contracts/http/passkeys.js';
import { call, type Failure } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { alertCircle, circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { knowsPasskeys, makePasskey, type Stopped } from '../../session/passkey.js';
import { loadMe, me } from '../../session/session.js';
import { ProofForm } from '../rights/proof-form.js';
import { RightsHead } from '../rights/rights-head.js';
import { useProof } from '../rights/use-proof.js';
import { PasskeyRow } from './passkey-row.js';

interface Proof {
  readonly challengeId: string;
  readonly code: string;
}
type Wanted = { readonly what: 'make' } | { readonly what: 'remove'; readonly id: string };
type Outcome = { readonly done: string } | { readonly fault: string };

const isFailure = (result: Failure | Stopped): result is Failure => result !== 'stopped';

/** Makes or removes a passkey. Who came in with one does so at once; for anyone else a code comes first. */
function usePasskeyChange(email: string, onChanged: () => void) {
  const proof = useProof();
  const [wanted, setWanted] = useState<Wanted>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const finish = (result: Outcome): void => {
    setWanted(undefined);
    setOutcome(result);
  };
  const carryOut = async (change: Wanted, brought: Proof | undefined): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    const failure = change.what === 'make' ? await makePasskey(brought) : await removeWith(change.id, brought);
    // First who this person is now: "your passkey is ready" may not stand below "you need a passkey".
    if (failure === undefined) await loadMe();
    setBusy(false);
    if (failure === undefined) {
      finish({ done: change.what === 'make' ? t.passkeys.added : t.passkeys.removed });
      return onChanged();
    }
    if (isFailure(failure) && failure.code === 'invalid-code' && brought === undefined) {
      setWanted(change);
      return proof.send([email]);
    }
    if (!isFailure(failure)) return finish({ fault: t.passkeys.stopped });
    if (failure.code === 'passkey-required') return finish({ fault: t.passkeys.again });
    setOutcome({ fault: problemText(failure) });
  };
  return { proof, wanted, outcome, busy, carryOut };
}

async function removeWith(id: string, proof: Proof | undefined): Promise<Failure | undefined> {
  const removed = await call('removePasskey', { id, body: proof === undefined ? {} : { proof } });
  return removed.ok ? undefined : removed;
}

function Told({ outcome }: { outcome: Outcome | undefined }) {
  return (
    <div role="status">
      {outcome === undefined ? null : 'done' in outcome ? (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{outcome.done}</p>
        </Alert>
      ) : (
        <Alert kind="error" drawing={alertCircle}>
          <p>{outcome.fault}</p>
        </Alert>
      )}
    </div>
  );
}

type Change = ReturnType<typeof usePasskeyChange>;

function Make({ change }: { change: Change }) {
  if (!knowsPasskeys()) return <p>{t.passkeys.cannot}</p>;
  return (
    <div class="zb-flow zb-flow--s">
      <p>{t.passkeys.makeText}</p>
      <div>
        <ActionButton
          sizes={['big']}
          busy={change.busy}
          onPress={() => void change.carryOut({ what: 'make' }, undefined)}
        >
          {t.passkeys.make}
        </ActionButton>
      </div>
    </div>
  );
}

function List({ passkeys, change }: { passkeys: readonly PasskeyView[]; change: Change }) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="own-passkeys">
      <h2 class="utrecht-heading-2" id="own-passkeys">
        {t.passkeys.list}
      </h2>
      {passkeys.length === 0 ? (
        <p>{t.passkeys.none}</p>
      ) : (
        <ul class="zb-list">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              busy={change.busy}
              onRemove={() => void change.carryOut({ what: 'remove', id: passkey.id }, undefined)}
            />
          ))}
        </ul>
      )}
      {me.value?.passkeyRequired === true ? <p>{t.passkeys.lost}</p> : null}
    </section>
  );
}

/** The passkeys of the person: make one, see them, be rid of one. */
export function Passkeys({ email }: { email: string }) {
  const { data, failure, reload } = useLoaded('passkeys', () => call('listPasskeys'));
  const change = usePasskeyChange(email, reload);
  const { proof, wanted } = change;
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={t.passkeys.title} lead={t.passkeys.lead} />
      <Told outcome={change.outcome} />
      <CommandFailure failure={proof.failure} />
      {wanted !== undefined && proof.sent !== undefined ? (
        <div class="zb-flow">
          <p>{t.passkeys.proof(email)}</p>
          <ProofForm
            sent={proof.sent}
            confirm={t.passkeys.confirm}
            command={{ busy: change.busy, failure: undefined }}
            onProofs={([brought]) => void change.carryOut(wanted, brought)}
          />
        </div>
      ) : (
        <>
          <Make change={change} />
          <List passkeys={data.passkeys} change={change} />
        </>
      )}
    </div>
  );
}
