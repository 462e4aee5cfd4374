import { Inject, Injectable } from '@nestjs/common';
import type { Fallback } from '@app/contracts/http/answering.js';
import type {
  AssociationSettingsView,
  openingNeeds,
  SettingsChoice,
} from '@app/contracts/http/association-settings.js';
import type { Fault } from '@app/contracts/errors/problem.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AreaDirectory } from '../area-directory.js';
import { isAdministrator, managing } from '../managing.policy.js';
import { SettingsChanges } from './settings-changes.js';
import { SettingsPresenter } from './settings.presenter.js';
import { SettingsStore, type ChosenSettings } from './settings.store.js';

/** What an association chooses for itself: seen by its organisers, changed by those who may and by administrators. */
@Injectable()
export class AssociationSettings {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SettingsStore) private readonly store: SettingsStore,
    @Inject(SettingsChanges) private readonly changes: SettingsChanges,
    @Inject(SettingsPresenter) private readonly presenter: SettingsPresenter,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async read(actor: PersonActor, id: string): Promise<AssociationSettingsView> {
    if (managing(actor, id) === 'none') throw new ProblemError('not-found');
    return this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.presenter.present(tx, actor, id));
  }

  async change(actor: PersonActor, id: string, version: number, to: SettingsChoice): Promise<AssociationSettingsView> {
    return this.locked(actor, id, version, async (tx, before) => {
      await this.refuseWrong(tx, id, before, to);
      await this.store.write(tx, id, before.status, to);
      const after = await this.store.read(tx, id);
      if (after) await this.changes.record(tx, { ...actor, associationId: id }, before.settings, after.settings);
    });
  }

  /** Begins an association that looks after nothing yet. */
  async add(actor: PersonActor, name: string): Promise<AssociationSettingsView> {
    if (!isAdministrator(actor)) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) =>
      this.presenter.present(tx, actor, await this.store.add(tx, name)),
    );
  }

  /** From now on it looks after its area; doing it twice changes nothing. */
  async open(actor: PersonActor, id: string, version: number): Promise<AssociationSettingsView> {
    if (!isAdministrator(actor)) throw new ProblemError('not-allowed');
    return this.locked(actor, id, version, async (tx, { kind, status, settings }) => {
      if (status === 'open') return;
      const lacks = await this.presenter.lacks(tx, id, kind, settings);
      if (lacks.length > 0) throw new ProblemError('association-not-ready', { errors: lacks.map(needOf) });
      refuseTaken(settings.neighbourhoodCodes, await this.store.takenCodes(tx, id));
      await this.store.write(tx, id, 'open', settings);
      await this.audit.record(tx, { act: 'association-opened', actorId: actor.personId, associationId: id });
    });
  }

  private async locked(
    actor: PersonActor,
    id: string,
    version: number,
    work: (tx: Transaction, before: ChosenSettings) => Promise<void>,
  ): Promise<AssociationSettingsView> {
    const may = managing(actor, id);
    if (may === 'none') throw new ProblemError('not-found');
    const view = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      await this.store.takeTurn(tx);
      const before = await this.store.read(tx, id, true);
      if (!before) throw new ProblemError('not-found');
      if (may === 'look') throw new ProblemError('not-allowed');
      if (before.version !== version) throw new ProblemError('stale-version');
      await work(tx, before);
      return this.presenter.present(tx, actor, id);
    });
    this.areas.forget(actor.municipalityId);
    return view;
  }

  /** @throws ProblemError with every fault at once, or neighbourhood-taken */
  private async refuseWrong(tx: Transaction, id: string, before: ChosenSettings, to: SettingsChoice): Promise<void> {
    const { neighbourhoodCodes: codes, contactPersonId, deputyPersonId } = to;
    const unknown = await this.store.unknownCodes(tx, codes);
    const colleagues = new Set((await this.presenter.colleagues(tx, id)).map(({ personId }) => personId));
    const faults: Fault[] = codes.flatMap((code, index) => {
      const path = `/neighbourhoodCodes/${index}`;
      if (unknown.has(code)) return [{ path, message: 'Not a neighbourhood of this municipality' }];
      return codes.indexOf(code) < index ? [{ path, message: 'Comes more than once' }] : [];
    });
    if (before.kind === 'desk' && codes.length > 0) {
      faults.push({ path: '/neighbourhoodCodes', message: 'The desk has what no association has' });
    }
    for (const [path, personId] of [
      ['/contactPersonId', contactPersonId],
      ['/deputyPersonId', deputyPersonId],
    ] as const) {
      if (personId !== null && !colleagues.has(personId))
        faults.push({ path, message: 'Choose somebody who works there' });
    }
    if (deputyPersonId !== null && deputyPersonId === contactPersonId) {
      faults.push({ path: '/deputyPersonId', message: 'Choose somebody else than the contact person' });
    }
    const { fallback } = to;
    const offered = before.kind === 'desk' ? [] : await this.presenter.fallbacks(tx, id);
    const known = fallback.kind === 'desk' || offered.some((one) => isSame(one, fallback));
    if (!known) faults.push({ path: '/fallback', message: 'Choose one of "fallbacks"' });
    // A request that finds no neighbour always ends with a person.
    if (before.status === 'open' && contactPersonId === null) {
      faults.push({ path: '/contactPersonId', message: 'Choose whom people call' });
    }
    if (faults.length > 0) throw new ProblemError('invalid-input', { errors: faults });
    refuseTaken(codes, await this.store.takenCodes(tx, id));
  }
}

function isSame(one: Fallback, other: Fallback): boolean {
  return one.kind === other.kind && one.associationId === other.associationId;
}

function refuseTaken(codes: readonly string[], takenCodes: readonly string[]): void {
  const taken = new Set(takenCodes);
  const errors = codes.flatMap((code, index) =>
    taken.has(code)
      ? [{ path: `/neighbourhoodCodes/${index}`, message: `${code} belongs to another association` }]
      : [],
  );
  if (errors.length > 0) throw new ProblemError('neighbourhood-taken', { errors });
}

function needOf(need: (typeof openingNeeds)[number]): Fault {
  const messages = {
    area: ['/neighbourhoodCodes', 'Choose at least one neighbourhood'],
    coordinator: ['/colleagues', 'Add at least one coordinator'],
    contact: ['/contactPersonId', 'Choose whom people call'],
  } as const;
  const [path, message] = messages[need];
  return { path, message };
}
