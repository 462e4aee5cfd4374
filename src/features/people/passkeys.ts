import { Inject, Injectable } from '@nestjs/common';
import type { Proof } from '@app/contracts/http/my-rights.js';
import type { Assertion, Attestation, PasskeyView } from '@app/contracts/http/passkeys.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { CodeCheck } from './code-check.js';
import type { Device } from './device.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { PasskeyStore } from './passkey.store.js';
import { PersonStore } from './person.store.js';
import type { NewSession } from './redeem-code.js';
import { startSession } from './start-session.js';

/** What a browser is to do with a passkey. */
export interface Ceremony {
  readonly challengeId: string;
  readonly options: Record<string, unknown>;
}

/** Making, listing and removing passkeys, and signing in with one. */
@Injectable()
export class Passkeys {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CodeCheck) private readonly codes: CodeCheck,
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(PasskeyStore) private readonly store: PasskeyStore,
    @Inject(PasskeyCeremonies) private readonly ceremonies: PasskeyCeremonies,
  ) {}

  list({ municipalityId, personId }: PersonActor): Promise<PasskeyView[]> {
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.list(tx, personId));
  }

  /** @throws ProblemError invalid-code, too-many-tries, passkey-required */
  prepare(actor: PersonActor, proof: Proof | undefined): Promise<Ceremony> {
    const { personId } = actor;
    return this.afterProof(actor, proof, async (tx) => {
      const person = (await this.people.read(tx, [personId])).get(personId);
      if (!person) throw new ProblemError('not-signed-in');
      const known = await this.store.ofPerson(tx, personId);
      const options = await this.ceremonies.registration(tx, { id: personId, email: person.email ?? '' }, known);
      const challengeId = await this.store.keepChallenge(tx, options.challenge, personId);
      return { challengeId, options: { ...options } };
    });
  }

  /** @throws ProblemError invalid-passkey */
  add(actor: PersonActor, challengeId: string, attestation: Attestation, device: Device): Promise<PasskeyView> {
    const { municipalityId, personId, sessionId } = actor;
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const challenge = await this.store.takeChallenge(tx, challengeId, personId);
      const checked = challenge && (await this.ceremonies.checkAttestation(tx, attestation, challenge));
      const made = checked && (await this.store.insert(tx, { ...checked, personId, device }));
      if (!made) throw new ProblemError('invalid-passkey');
      // Whoever just made it has it at hand.
      await tx.query('UPDATE session SET by_passkey = true WHERE municipality_id = $1 AND id = $2', [
        municipalityId,
        sessionId,
      ]);
      return made;
    });
  }

  /** @throws ProblemError not-found, invalid-code, too-many-tries, passkey-required */
  remove(actor: PersonActor, id: string, proof: Proof | undefined): Promise<void> {
    return this.afterProof(actor, proof, async (tx) => {
      if (!(await this.store.remove(tx, actor.personId, id))) throw new ProblemError('not-found');
    });
  }

  prepareSignIn(municipalityId: string): Promise<Ceremony> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const options = await this.ceremonies.authentication(tx);
      return { challengeId: await this.store.keepChallenge(tx, options.challenge, null), options: { ...options } };
    });
  }

  /** @throws ProblemError invalid-passkey: the same for an unknown key, a wrong signature and somebody shut out */
  async signIn(municipalityId: string, challengeId: string, assertion: Assertion, device: Device): Promise<NewSession> {
    const session = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      // Taken whatever comes of it: a challenge is answered once.
      const challenge = await this.store.takeChallenge(tx, challengeId, null);
      const passkey = challenge && (await this.store.forSigningIn(tx, assertion.id));
      if (!challenge || !passkey) return undefined;
      const counter = await this.ceremonies.checkAssertion(tx, assertion, challenge, passkey);
      if (counter === undefined) return undefined;
      await this.store.noteUse(tx, passkey.id, counter);
      await this.people.markSignedIn(tx, passkey.personId);
      return { personId: passkey.personId, token: await startSession(tx, passkey.personId, device, true) };
    });
    if (!session) throw new ProblemError('invalid-passkey');
    return { ...session, firstSignIn: false, confirmedHelpRequestId: undefined };
  }

  /**
   * Who signed in with a passkey showed it just now; anyone else brings a code. An organiser who has a passkey must
   * use it: otherwise who reads the mailbox could put a passkey of their own in its place.
   */
  private async afterProof<T>(
    actor: PersonActor,
    proof: Proof | undefined,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const { municipalityId, personId, byPasskey, rolesHeldBack } = actor;
    if (byPasskey !== true && proof) await this.codes.requireRight(municipalityId, proof);
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      if (byPasskey !== true) {
        if (!proof) throw new ProblemError('invalid-code');
        await this.codes.useOwn(tx, proof, personId);
        if (rolesHeldBack === true && (await this.store.ofPerson(tx, personId)).length > 0) {
          throw new ProblemError('passkey-required');
        }
      }
      return work(tx);
    });
  }
}
