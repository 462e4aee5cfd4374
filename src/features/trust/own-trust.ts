import { Inject, Injectable } from '@nestjs/common';
import type { OwnTrust } from '@app/contracts/http/trust.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { HelperTrust, PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { readTypedCode } from '@app/platform/crypto/typed-code.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { TrustStore } from './trust.store.js';
import { vouchCodeLength } from './vouch-sheets.js';

const mostTriesAnHour = 10;

interface Card {
  readonly sheet_id: string;
  readonly association_id: string;
  readonly issued_by_id: string;
}

/** What is known of a person, for that person, and using the card that a coordinator gave. */
@Injectable()
export class OwnTrustView {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TrustStore) private readonly store: TrustStore,
    @Inject(HelperTrust) private readonly helpers: HelperTrust,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  get(actor: PersonActor): Promise<OwnTrust> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.view(tx, actor.personId));
  }

  async redeem(actor: PersonActor, typed: string): Promise<OwnTrust> {
    const tenancy = asSystem(actor.municipalityId);
    // A try of its own transaction: it counts, whatever becomes of it.
    await this.unitOfWork.run(tenancy, (tx) => this.countTry(tx, actor.personId));
    return this.unitOfWork.run(tenancy, async (tx) => {
      await this.store.lock(tx, actor.personId);
      if ((await this.helpers.of(tx, actor.personId)) === null) throw new ProblemError('profile-required');
      await this.use(tx, actor, readTypedCode(typed, vouchCodeLength));
      return this.view(tx, actor.personId);
    });
  }

  private async use(tx: Transaction, actor: PersonActor, code: string | undefined): Promise<void> {
    const card = code === undefined ? undefined : await this.claim(tx, code);
    if (!card) throw invalidCard();
    if (card.issued_by_id === actor.personId) {
      throw new ProblemError('not-allowed', { detail: 'Dit kaartje maakte u zelf. Geef het aan een buur.' });
    }
    const held = await this.store.vouchingsOf(tx, actor.personId);
    if (held.some(({ association_id: id }) => id === card.association_id)) return;
    await this.store.vouch(tx, actor.personId, card.association_id, card.issued_by_id);
    await this.audit.record(tx, {
      act: 'vouched',
      actorId: actor.personId,
      associationId: card.association_id,
      subjectId: actor.personId,
      aboutId: card.sheet_id,
    });
    tx.append('work.touched', { associationId: card.association_id });
  }

  /** The card of a code, used from now on; nothing for one that is unknown, used, withdrawn or too old. */
  private async claim(tx: Transaction, code: string): Promise<Card | undefined> {
    const { municipalityId } = tx.tenancy;
    const [card] = await tx.query<Card>(
      `UPDATE vouch_code c SET used_at = app_now() FROM vouch_sheet s
        WHERE c.municipality_id = $1 AND c.code_mark = $2 AND c.used_at IS NULL
          AND s.municipality_id = c.municipality_id AND s.id = c.sheet_id
          AND s.revoked_at IS NULL AND s.expires_at > app_now()
       RETURNING s.id AS sheet_id, s.association_id, s.issued_by_id`,
      [municipalityId, this.keyRing.vouchMark(municipalityId, code)],
    );
    return card;
  }

  private async countTry(tx: Transaction, personId: string): Promise<void> {
    const own = [tx.tenancy.municipalityId, personId];
    await this.store.lock(tx, personId);
    await tx.query(
      `DELETE FROM vouch_try WHERE municipality_id = $1 AND person_id = $2 AND at <= app_now() - interval '1 hour'`,
      own,
    );
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM vouch_try WHERE municipality_id = $1 AND person_id = $2',
      own,
    );
    if ((row?.count ?? 0) >= mostTriesAnHour) throw new ProblemError('too-many-tries', { retryAfterSeconds: 3_600 });
    await tx.query('INSERT INTO vouch_try (municipality_id, person_id, id, at) VALUES ($1, $2, $3, app_now())', [
      ...own,
      newId(),
    ]);
  }

  private async view(tx: Transaction, personId: string): Promise<OwnTrust> {
    const { owners } = await this.areas.map(tx);
    const nameOf = (id: string): string => owners.get(id)?.name ?? '';
    const vog = await this.store.vogOf(tx, personId);
    const checker = vog && (await this.people.cardsOf(tx, [vog.checked_by_id])).get(vog.checked_by_id);
    return {
      level: (await this.helpers.of(tx, personId)) ?? 'none',
      vouchings: (await this.store.vouchingsOf(tx, personId)).map(({ association_id: id, at }) => ({
        organisationName: nameOf(id),
        at: at.toISOString(),
      })),
      vog: vog
        ? {
            issuedOn: vog.issued_on,
            expiresOn: vog.expires_on,
            checkedBy: checker?.givenName ?? null,
            organisationName: nameOf(vog.association_id),
            checkedAt: vog.checked_at.toISOString(),
          }
        : null,
    };
  }
}

function invalidCard(): ProblemError {
  return new ProblemError('invalid-code', {
    detail: 'Kijk nog eens op uw kaartje. Een code werkt 1 keer, en niet als hij te oud is.',
  });
}
