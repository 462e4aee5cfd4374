import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { SignInChallenges } from './sign-in-challenges.js';

/** Somebody wants to sign in. The same work is done for every address, so answer and time say nothing about it. */
@Injectable()
export class RequestSignInCode {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInChallenges) private readonly challenges: SignInChallenges,
  ) {}

  async run(municipalityId: string, email: string, language?: Language): Promise<{ readonly challengeId: string }> {
    const prepared = await this.challenges.prepare();
    const challengeId = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      this.challenges.create(tx, email, { language }, prepared),
    );
    return { challengeId };
  }

  /** The code did not arrive or is too old: a new one for the same purpose. */
  async renew(municipalityId: string, earlierId: string): Promise<{ readonly challengeId: string }> {
    const prepared = await this.challenges.prepare();
    const challengeId = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      this.challenges.renew(tx, earlierId, prepared),
    );
    return { challengeId };
  }
}
