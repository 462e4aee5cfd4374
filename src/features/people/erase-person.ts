import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { MySessions } from './my-sessions.js';

/** Takes a person out of the service: everything that runs is ended, then the key and every word go. */
@Injectable()
export class ErasePerson {
  constructor(
    @Inject(PersonalDataHolders) private readonly holders: PersonalDataHolders,
    @Inject(MySessions) private readonly sessions: MySessions,
  ) {}

  /**
   * Needs a system transaction. @returns sessions that ended, whose sockets are closed after the commit
   * @throws ProblemError still-responsible for the contact person of an organisation: requests would have no owner
   */
  async run(tx: Transaction, personId: string): Promise<readonly string[]> {
    const { municipalityId } = tx.tenancy;
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      municipalityId,
      personId,
    ]);
    const contactOf = await tx.query(
      'SELECT 1 FROM association WHERE municipality_id = $1 AND contact_person_id = $2 LIMIT 1',
      [municipalityId, personId],
    );
    if (contactOf.length > 0) throw new ProblemError('still-responsible');
    const ended = await this.sessions.endIn(tx, personId, () => true);
    await this.holders.erase(tx, personId);
    tx.append('person.erased', { personId });
    return ended;
  }
}
