import { Inject, Injectable } from '@nestjs/common';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { PeopleDirectory, PersonStanding } from '@app/features/people/index.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { sanctionPlace, SanctionStore, type SanctionRow } from './sanction.store.js';

/** What somebody may not do, and asking somebody else to look again. */
@Injectable()
export class Appeals {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SanctionStore) private readonly store: SanctionStore,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  list(actor: PersonActor, role: 'mine' | 'organiser'): Promise<SanctionView[]> {
    const organisations = organisationsOf(actor);
    if (role === 'organiser' && organisations.length === 0 && !isOfMunicipality(actor))
      throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows =
        role === 'mine'
          ? await this.store.ofPerson(tx, actor.personId)
          : await this.store.waiting(tx, isOfMunicipality(actor) ? 'all' : organisations);
      // What was decided about oneself is seen as oneself, never as organiser.
      const shown = role === 'mine' ? rows : rows.filter(({ person_id: id }) => id !== actor.personId);
      return this.view(tx, actor, shown);
    });
  }

  /** By the person, or by the desk or the municipality for somebody who calls: who was removed cannot sign in. */
  appeal(actor: PersonActor, id: string, text: string): Promise<SanctionView> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const sanction = await this.store.read(tx, id, true);
      if (!sanction || !(sanction.person_id === actor.personId || isOfMunicipality(actor)))
        throw new ProblemError('not-found');
      if (sanction.appeal_status !== null || isOver(sanction, tx.now)) throw new ProblemError('not-active-any-more');
      const cipher = await this.vault.cipherOf(tx, sanction.person_id);
      await this.store.appeal(tx, id, cipher.seal(text, sanctionPlace('appeal_enc', id)));
      return this.noted(tx, actor, sanction, 'sanction-appealed');
    });
  }

  /** Somebody else than who imposed it looks again: of the same organisation, of the desk or of the municipality. */
  decide(
    actor: PersonActor,
    id: string,
    { decision, answer }: { readonly decision: 'uphold' | 'grant'; readonly answer: string },
    seen: number | undefined,
  ): Promise<SanctionView> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const sanction = await this.store.read(tx, id, true);
      if (!sanction || !looksAfter(actor, sanction)) throw new ProblemError('not-found');
      if (seen === undefined) throw new ProblemError('if-match-required');
      if (!mayLookAgain(actor, sanction)) {
        throw new ProblemError('not-allowed', {
          detail: 'U nam dit besluit zelf. Iemand anders kijkt er opnieuw naar.',
        });
      }
      if (sanction.version !== seen) throw new ProblemError('stale-version');
      if (sanction.appeal_status !== 'open') throw new ProblemError('not-active-any-more');
      const { person_id: personId } = sanction;
      const cipher = await this.vault.cipherOf(tx, personId);
      const sealed = cipher.seal(answer, sanctionPlace('answer_enc', id));
      await this.store.answerAppeal(tx, id, decision === 'grant' ? 'granted' : 'upheld', sealed);
      if (decision === 'grant') await this.restore(tx, personId);
      tx.append('appeal.decided', { sanctionId: id, personId });
      return this.noted(tx, actor, sanction, 'appeal-decided', decision);
    });
  }

  /** Lets hold what still holds without what was granted. */
  private async restore(tx: Transaction, personId: string): Promise<void> {
    const { bars, removed } = await this.store.standingOf(tx, personId);
    await this.standing.setBars(tx, personId, bars);
    if (!removed) await this.standing.letIn(tx, personId);
  }

  private async noted(
    tx: Transaction,
    actor: PersonActor,
    { id, association_id: associationId, person_id: subjectId }: SanctionRow,
    act: AuditAct,
    reason?: string,
  ): Promise<SanctionView> {
    await this.audit.record(tx, {
      act,
      actorId: actor.personId,
      associationId,
      subjectId,
      aboutId: id,
      reason: reason ?? null,
    });
    tx.append('work.touched', { associationId });
    const after = await this.store.read(tx, id);
    const [view] = after ? await this.view(tx, actor, [after]) : [];
    if (!view) throw new Error('A sanction that was just written is not there');
    return view;
  }

  private async view(tx: Transaction, actor: PersonActor, rows: readonly SanctionRow[]): Promise<SanctionView[]> {
    const ids = rows.map(({ person_id: id }) => id);
    const cards = await this.people.cardsOf(tx, ids);
    const ciphers = await this.vault.ciphersOf(tx, ids);
    return rows.map((row) => {
      const cipher = ciphers.get(row.person_id);
      const opened = (column: Parameters<typeof sanctionPlace>[0]): string =>
        (row[column] && cipher?.open(row[column], sanctionPlace(column, row.id))) || '';
      return {
        id: row.id,
        version: row.version,
        kind: row.kind,
        givenName: cards.get(row.person_id)?.givenName ?? null,
        explanation: opened('explanation_enc'),
        imposedAt: row.imposed_at.toISOString(),
        until: row.until?.toISOString() ?? null,
        endedAt: row.ended_at?.toISOString() ?? null,
        appeal: row.appeal_status && {
          status: row.appeal_status,
          text: opened('appeal_enc'),
          answer: row.answer_enc ? opened('answer_enc') : null,
        },
        lifted: row.lifted_enc ? opened('lifted_enc') : null,
        mayLift:
          organisationsOf(actor).includes(row.association_id) &&
          row.person_id !== actor.personId &&
          row.kind !== 'warning' &&
          row.appeal_status !== 'open' &&
          !isOver(row, tx.now),
        mayDecideAppeal: looksAfter(actor, row) && mayLookAgain(actor, row),
      };
    });
  }
}

/** The desk and the administrators act for the municipality as a whole. */
function isOfMunicipality({ memberships }: PersonActor): boolean {
  return memberships.some(({ role }) => role === 'administrator' || role === 'desk');
}

function looksAfter(actor: PersonActor, { association_id: associationId }: SanctionRow): boolean {
  return organisationsOf(actor).includes(associationId) || isOfMunicipality(actor);
}

function mayLookAgain({ personId }: PersonActor, sanction: SanctionRow): boolean {
  return sanction.imposed_by_id !== personId && sanction.person_id !== personId;
}

function isOver({ ended_at: endedAt, until }: SanctionRow, now: number): boolean {
  return endedAt !== null || (until !== null && until.getTime() <= now);
}
