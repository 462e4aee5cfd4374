import { Inject, Injectable } from '@nestjs/common';
import type { ViewReason } from '@app/contracts/http/contact-views.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';

/** What somebody who recognises a caller got to see of that person. */
export interface SeenOfCaller {
  readonly id: string;
  readonly familyName: string | null;
  readonly phone: string | null;
}

/** The trail of recognising callers: family name and the end of a number are somebody's own. */
@Injectable()
export class CallerTrail {
  constructor(
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /**
   * Leaves a row for each person of whom something was seen, as with a request. Once an hour, because one call is looked
   * up again with every letter that is typed. Needs a system transaction.
   */
  async note(tx: Transaction, actor: PersonActor, seen: readonly SeenOfCaller[]): Promise<void> {
    for (const one of seen) await this.noteOne(tx, actor, one);
  }

  private async noteOne(tx: Transaction, actor: PersonActor, { id, familyName, phone }: SeenOfCaller): Promise<void> {
    if (familyName === null && phone === null) return;
    const noted = await tx.query(
      `SELECT 1 FROM audit_entry WHERE municipality_id = $1 AND subject_id = $2 AND actor_id = $3
          AND act = 'contact-viewed' AND about_id IS NULL AND at > app_now() - interval '1 hour' LIMIT 1`,
      [actor.municipalityId, id, actor.personId],
    );
    const cipher = noted.length > 0 ? undefined : (await this.vault.ciphersOf(tx, [id])).get(id);
    if (!cipher) return;
    await this.audit.record(tx, {
      act: 'contact-viewed',
      actorId: actor.personId,
      associationId: organisationsOf(actor)[0] ?? null,
      subjectId: id,
      reason: 'call-about-request' satisfies ViewReason,
      details: {
        ...(familyName === null ? {} : { 'family-name': cipher.mac(familyName) }),
        ...(phone === null ? {} : { phone: cipher.mac(phone) }),
      },
    });
  }
}
