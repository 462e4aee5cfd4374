import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { MemberView } from '@app/contracts/http/members.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { MySessions, PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AreaDirectory } from '../area-directory.js';
import { isAdministrator, managing } from '../managing.policy.js';
import { MemberStore, type StoredMember } from './member.store.js';

type ChangedMember = OperationInput<typeof operations.changeMember>['body'];
type NewMember = OperationInput<typeof operations.addMember>['body'];

/** Who works where. Whoever loses a right loses it at once: every session of theirs ends, with its sockets. */
@Injectable()
export class Members {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MemberStore) private readonly store: MemberStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(MySessions) private readonly sessions: MySessions,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  list(actor: PersonActor): Promise<MemberView[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const all = await this.store.list(tx);
      const mine = all.filter(({ associationId }) => mayChange(actor, associationId) === 'change');
      return this.store.present(tx, mine, actor.personId);
    });
  }

  async add(actor: PersonActor, { email, role, associationId, mayChangeSettings }: NewMember): Promise<MemberView> {
    refuseUnless(mayChange(actor, associationId));
    const view = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      await this.store.takeTurn(tx);
      await refuseOtherKind(tx, associationId, role);
      const { personId } = await this.people.findOrCreateByEmail(tx, { email });
      const known = await this.find(tx, personId, role, associationId);
      if (known) return this.one(tx, actor, known);
      await this.people.addMembership(tx, personId, role, associationId);
      const member = await this.find(tx, personId, role, associationId);
      if (!member) throw new Error('A role that was just given is gone');
      await this.store.allowSettings(tx, member.id, mayChangeSettings);
      await this.record(tx, 'member-added', actor, member);
      tx.append('member.added', { personId, membershipId: member.id });
      return this.one(tx, actor, { ...member, mayChangeSettings });
    });
    this.areas.forget(actor.municipalityId);
    return view;
  }

  async change(actor: PersonActor, id: string, to: ChangedMember): Promise<MemberView> {
    const { view, ended } = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const before = await this.owned(tx, actor, id);
      const after = { ...before, mayChangeSettings: to.mayChangeSettings, role: to.role ?? before.role };
      const isSame = after.role === before.role && after.mayChangeSettings === before.mayChangeSettings;
      if (isSame) return { view: await this.one(tx, actor, before), ended: [] };
      if (after.role !== before.role) await this.changeRole(tx, before, after);
      await this.store.allowSettings(tx, id, after.mayChangeSettings);
      await this.record(tx, 'member-changed', actor, after);
      const out = await this.endSessions(tx, actor, before);
      return { view: await this.one(tx, actor, after), ended: out };
    });
    this.sessions.disconnect(ended);
    return view;
  }

  /** In place: nobody is without a role meanwhile. The person hears of it as of any role they get. */
  private async changeRole(tx: Transaction, before: StoredMember, { id, personId, role, associationId }: StoredMember) {
    if ((role === 'coordinator' || role === 'desk') !== (associationId !== null)) {
      throw new ProblemError('invalid-input', { errors: [{ path: '/role', message: 'Not a role of this place' }] });
    }
    await refuseOtherKind(tx, associationId, role);
    if (await this.find(tx, personId, role, associationId)) {
      throw new ProblemError('invalid-input', {
        errors: [{ path: '/role', message: 'This person has that role already' }],
      });
    }
    await this.refuseLastAdministrator(tx, before);
    await this.store.giveRole(tx, id, role);
    tx.append('member.added', { personId, membershipId: id });
  }

  async remove(actor: PersonActor, id: string): Promise<void> {
    const ended = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const member = await this.owned(tx, actor, id);
      const successorId = member.associationId === null ? null : await this.store.successorOf(tx, member);
      await this.refuseLast(tx, member, successorId);
      await this.store.remove(tx, member, successorId);
      await this.record(tx, 'member-removed', actor, member);
      return this.endSessions(tx, actor, member);
    });
    this.sessions.disconnect(ended);
    this.areas.forget(actor.municipalityId);
  }

  /** Whoever changes their own role stays signed in on the device they do it with. */
  private endSessions(tx: Transaction, actor: PersonActor, { personId }: StoredMember): Promise<readonly string[]> {
    return this.sessions.endIn(tx, personId, (sessionId) => sessionId !== actor.sessionId);
  }

  private async owned(tx: Transaction, actor: PersonActor, id: string): Promise<StoredMember> {
    await this.store.takeTurn(tx);
    const [member] = await this.store.list(tx, id);
    if (!member) throw new ProblemError('not-found');
    refuseUnless(mayChange(actor, member.associationId));
    return member;
  }

  /** Nobody is left without a person: not an organisation that is open, and not the municipality. */
  private async refuseLast(tx: Transaction, member: StoredMember, successorId: string | null): Promise<void> {
    if (member.associationId !== null) {
      const open = await tx.query(
        `SELECT 1 FROM association WHERE municipality_id = $1 AND id = $2 AND status = 'open'`,
        [tx.tenancy.municipalityId, member.associationId],
      );
      if (open.length > 0 && successorId === null) throw new ProblemError('still-responsible');
    }
    await this.refuseLastAdministrator(tx, member);
  }

  private async refuseLastAdministrator(tx: Transaction, member: StoredMember): Promise<void> {
    if (member.role !== 'administrator') return;
    const others = (await this.store.list(tx)).filter(({ id, role }) => role === 'administrator' && id !== member.id);
    if (others.length === 0) throw new ProblemError('still-responsible');
  }

  private async find(
    tx: Transaction,
    personId: string,
    role: MemberView['role'],
    associationId: string | null,
  ): Promise<StoredMember | undefined> {
    return (await this.store.list(tx)).find(
      (member) => member.personId === personId && member.role === role && member.associationId === associationId,
    );
  }

  private async one(tx: Transaction, actor: PersonActor, member: StoredMember): Promise<MemberView> {
    const [view] = await this.store.present(tx, [member], actor.personId);
    if (!view) throw new Error('A member that is there cannot be shown');
    return view;
  }

  private record(tx: Transaction, act: AuditAct, actor: PersonActor, member: StoredMember): Promise<void> {
    const { personId, associationId, role, mayChangeSettings } = member;
    return this.audit.record(tx, {
      act,
      actorId: actor.personId,
      associationId,
      aboutId: personId,
      details: { role, mayChangeSettings },
    });
  }
}

/** Roles in the whole municipality are for its administrators. */
function mayChange(actor: PersonActor, associationId: string | null): ReturnType<typeof managing> {
  if (associationId !== null) return managing(actor, associationId);
  return isAdministrator(actor) ? 'change' : 'look';
}

function refuseUnless(may: ReturnType<typeof managing>): void {
  if (may === 'none') throw new ProblemError('not-found');
  if (may === 'look') throw new ProblemError('not-allowed');
}

/** Coordinators belong to associations, desk workers to the desk. */
async function refuseOtherKind(tx: Transaction, associationId: string | null, role: MemberView['role']): Promise<void> {
  if (associationId === null) return;
  const [organisation] = await tx.query<{ kind: 'association' | 'desk' }>(
    'SELECT kind FROM association WHERE municipality_id = $1 AND id = $2',
    [tx.tenancy.municipalityId, associationId],
  );
  if (!organisation) throw new ProblemError('not-found');
  if ((organisation.kind === 'desk') === (role === 'desk')) return;
  throw new ProblemError('invalid-input', {
    errors: [{ path: '/role', message: 'An association has coordinators, a desk has desk workers' }],
  });
}
