import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { Proof } from '@app/contracts/http/my-rights.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { CodeCheck } from './code-check.js';
import { ErasePerson } from './erase-person.js';
import { exportPage } from './export-page.js';
import { MySessions } from './my-sessions.js';
import { PersonStore } from './person.store.js';

/** What people may do with all we keep of them. Each needs a fresh code, because a session may be left open somewhere. */
@Injectable()
export class MyRights {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CodeCheck) private readonly codes: CodeCheck,
    @Inject(PersonalDataHolders) private readonly holders: PersonalDataHolders,
    @Inject(ErasePerson) private readonly erasePerson: ErasePerson,
    @Inject(MySessions) private readonly sessions: MySessions,
    @Inject(PersonStore) private readonly people: PersonStore,
  ) {}

  /** @throws ProblemError invalid-code, too-many-tries */
  async export(
    { municipalityId, personId }: PersonActor,
    proof: Proof,
  ): Promise<OperationResult<typeof operations.exportMyData>> {
    await this.codes.requireRight(municipalityId, proof);
    const { data, now, language } = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await this.codes.useOwn(tx, proof, personId);
      // As it will be read: moments as text, nothing that is not there.
      const kept = JSON.parse(JSON.stringify(await this.holders.exportOf(tx, personId))) as Record<string, unknown>;
      const person = (await this.people.read(tx, [personId])).get(personId);
      return { data: kept, now: tx.now, language: person?.language ?? 'nl' };
    });
    const exportedAt = new Date(now).toISOString();
    return { exportedAt, data, html: exportPage(data, exportedAt, language) };
  }

  /** @throws ProblemError invalid-code, too-many-tries, still-responsible */
  async erase({ municipalityId, personId }: PersonActor, proof: Proof): Promise<void> {
    await this.codes.requireRight(municipalityId, proof);
    const ended = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await this.codes.useOwn(tx, proof, personId);
      return this.erasePerson.run(tx, personId);
    });
    this.sessions.disconnect(ended);
  }

  /**
   * The old mailbox agrees and the new one can be read. Everyone else who is signed in has to do so again.
   * @throws ProblemError invalid-code, too-many-tries, address-in-use
   */
  async changeEmail(actor: PersonActor, current: Proof, next: Proof): Promise<void> {
    const { municipalityId, personId, sessionId } = actor;
    await this.codes.requireRight(municipalityId, current);
    await this.codes.requireRight(municipalityId, next);
    const ended = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await this.codes.useOwn(tx, current, personId);
      const { email } = await this.codes.use(tx, next.challengeId);
      if (!(await this.people.changeEmail(tx, personId, email))) throw new ProblemError('address-in-use');
      return this.sessions.endIn(tx, personId, (id) => id !== sessionId);
    });
    this.sessions.disconnect(ended);
  }
}
