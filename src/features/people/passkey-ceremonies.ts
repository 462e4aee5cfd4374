import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Assertion, Attestation } from '@app/contracts/http/passkeys.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { StoredPasskey } from './passkey.store.js';

/** A credential with the public half of its key, and how often it was used. */
export interface CheckedCredential {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

interface Site {
  readonly name: string;
  readonly host: string;
  readonly origin: string;
}

/** Options and checks of the Web Authentication API. A passkey must show that its owner is there: finger, face or PIN. */
@Injectable()
export class PasskeyCeremonies {
  constructor(@Inject(AppConfig) private readonly config: AppConfig) {}

  async registration(tx: Transaction, person: { id: string; email: string }, known: readonly StoredPasskey[]) {
    const site = await this.site(tx);
    return generateRegistrationOptions({
      rpName: site.name,
      rpID: site.host,
      userID: new Uint8Array(Buffer.from(person.id)),
      userName: person.email,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  async authentication(tx: Transaction) {
    return generateAuthenticationOptions({ rpID: (await this.site(tx)).host, userVerification: 'required' });
  }

  /** Undefined when it is not what was asked for, or not from our own pages. */
  async checkAttestation(
    tx: Transaction,
    attestation: Attestation,
    challenge: string,
  ): Promise<CheckedCredential | undefined> {
    const site = await this.site(tx);
    const checked = await verifyRegistrationResponse({
      // The library names transports one by one; what it does not know it leaves alone.
      response: attestation as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
    }).catch(() => undefined);
    const credential = checked?.registrationInfo?.credential;
    if (checked?.verified !== true || !credential) return undefined;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
    };
  }

  /** The new counter of the passkey; undefined when the signature is not right. */
  async checkAssertion(
    tx: Transaction,
    assertion: Assertion,
    challenge: string,
    passkey: StoredPasskey,
  ): Promise<number | undefined> {
    const site = await this.site(tx);
    const checked = await verifyAuthenticationResponse({
      response: assertion as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    }).catch(() => undefined);
    return checked?.verified === true ? checked.authenticationInfo.newCounter : undefined;
  }

  /** The site that passkeys of this municipality belong to. Never read from the call itself, which a phisher could send on. */
  private async site(tx: Transaction): Promise<Site> {
    const [row] = await tx.query<{ name: string; hostname: string | null }>(
      'SELECT name, hostname FROM municipality WHERE id = $1',
      [tx.tenancy.municipalityId],
    );
    const own = new URL(this.config.publicUrl);
    if (row?.hostname) own.hostname = row.hostname;
    return { name: `Zorgzame Buurten ${row?.name ?? ''}`.trim(), host: own.hostname, origin: own.origin };
  }
}
