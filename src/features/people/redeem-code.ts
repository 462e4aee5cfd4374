import { Inject, Injectable } from '@nestjs/common';
import type { Proof } from '@app/contracts/http/my-rights.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CodeCheck } from './code-check.js';
import { ContactConfirmations } from './contact-confirmations.js';
import type { Device } from './device.js';
import { PersonStore } from './person.store.js';
import { startSession } from './start-session.js';

/** A session that was just made; the token is known here and in the browser only. */
export interface NewSession {
  readonly personId: string;
  readonly token: string;
  readonly firstSignIn: boolean;
  readonly confirmedHelpRequestId: string | undefined;
}

/** Exchanges a code for a session. */
@Injectable()
export class RedeemCode {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CodeCheck) private readonly codes: CodeCheck,
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(ContactConfirmations) private readonly confirmations: ContactConfirmations,
  ) {}

  /** @throws ProblemError invalid-code, too-many-tries */
  async run(municipalityId: string, proof: Proof, device: Device): Promise<NewSession> {
    await this.codes.requireRight(municipalityId, proof);
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.signIn(tx, proof.challengeId, device));
  }

  private async signIn(tx: Transaction, challengeId: string, device: Device): Promise<NewSession> {
    const { email, helpRequestId, language } = await this.codes.use(tx, challengeId);
    const { personId, firstSignIn } = await this.findOrMake(tx, email);
    if (firstSignIn) await this.people.change(tx, personId, { language });
    await this.people.markSignedIn(tx, personId);
    if (firstSignIn) tx.append('person.joined', { personId });
    const token = await startSession(tx, personId, device, false);
    if (helpRequestId) await this.confirmations.confirm(tx, { personId, helpRequestId, firstSignIn });
    return { personId, token, firstSignIn, confirmedHelpRequestId: helpRequestId ?? undefined };
  }

  private async findOrMake(tx: Transaction, email: string): Promise<{ personId: string; firstSignIn: boolean }> {
    const made = (): Promise<string | undefined> => this.people.create(tx, { email, status: 'active' });
    const known = await this.people.findIdByEmail(tx, email);
    const personId = known?.id ?? (await made());
    if (personId === undefined) {
      const other = await this.people.findIdByEmail(tx, email);
      if (!other) throw new Error('A person with this address appeared and went');
      return { personId: other.id, firstSignIn: false };
    }
    // Being blocked looks like a wrong code: the answer tells nothing about the account.
    if (known && known.status !== 'active' && known.status !== 'unverified') throw new ProblemError('invalid-code');
    return { personId, firstSignIn: known?.status !== 'active' };
  }
}
