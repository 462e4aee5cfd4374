import type { Assertion, Attestation } from '@app/contracts/http/passkeys.js';
import { call, type Answer, type Failure } from '../api/call.js';

/** The person stopped, or the device could not: nothing changed. */
export type Stopped = 'stopped';

interface Proof {
  readonly challengeId: string;
  readonly code: string;
}

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

type Options<Start extends (input: { optionsJSON: never }) => unknown> = Parameters<Start>[0]['optionsJSON'];

async function ceremony<T>(work: () => Promise<T>): Promise<T | Stopped> {
  try {
    return await work();
  } catch {
    // Browsers tell scripts little about why, so that nobody can find out which keys a person has.
    return 'stopped';
  }
}

/** Makes a passkey on this device and keeps it with the account. */
export async function makePasskey(proof: Proof | undefined): Promise<Failure | Stopped | undefined> {
  const prepared = await call('preparePasskey', { body: proof === undefined ? {} : { proof } });
  if (!prepared.ok) return prepared;
  const { startRegistration } = await import('@simplewebauthn/browser');
  const attestation = await ceremony(() =>
    startRegistration({ optionsJSON: prepared.data.options as unknown as Options<typeof startRegistration> }),
  );
  if (attestation === 'stopped') return 'stopped';
  const { challengeId } = prepared.data;
  const added = await call('addPasskey', {
    body: { challengeId, attestation: attestation as unknown as Attestation },
  });
  return added.ok ? undefined : added;
}

/** Signs in with a passkey of this device, or of another one that is near. */
export async function enterWithPasskey(): Promise<Answer<unknown> | Stopped> {
  const prepared = await call('preparePasskeySignIn');
  if (!prepared.ok) return prepared;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const assertion = await ceremony(() =>
    startAuthentication({ optionsJSON: prepared.data.options as unknown as Options<typeof startAuthentication> }),
  );
  if (assertion === 'stopped') return 'stopped';
  const { challengeId } = prepared.data;
  return call('createPasskeySession', { body: { challengeId, assertion: assertion as unknown as Assertion } });
}
