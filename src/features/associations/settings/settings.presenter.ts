import { Inject, Injectable } from '@nestjs/common';
import type {
  AssociationSettingsView,
  openingNeeds,
  SettingsChoice,
} from '@app/contracts/http/association-settings.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AreaDirectory } from '../area-directory.js';
import { Colleagues } from '../colleagues.js';
import { managing } from '../managing.policy.js';
import { SettingsChanges } from './settings-changes.js';
import { SettingsStore } from './settings.store.js';
import { welfareName } from '../who-answers.js';

type Colleague = AssociationSettingsView['colleagues'][number];

/** The settings of an organisation as whoever works there sees them. Needs system transactions. */
@Injectable()
export class SettingsPresenter {
  constructor(
    @Inject(SettingsStore) private readonly store: SettingsStore,
    @Inject(SettingsChanges) private readonly changes: SettingsChanges,
    @Inject(Colleagues) private readonly team: Colleagues,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
  ) {}

  /** @throws ProblemError not-found when it is not of this municipality */
  async present(tx: Transaction, actor: PersonActor, id: string): Promise<AssociationSettingsView> {
    const chosen = await this.store.read(tx, id);
    if (!chosen) throw new ProblemError('not-found');
    const { kind, status, version, settings } = chosen;
    return {
      associationId: id,
      kind,
      status,
      version,
      settings,
      mayChange: managing(actor, id) === 'change',
      colleagues: await this.colleagues(tx, id),
      takenCodes: await this.store.takenCodes(tx, id),
      fallbacks: kind === 'desk' ? [] : await this.fallbacks(tx, id),
      desk: kind === 'desk' ? null : await this.desk(tx),
      lacks: await this.lacks(tx, id, kind, settings),
      changes: await this.changes.list(tx, id),
    };
  }

  async colleagues(tx: Transaction, id: string): Promise<Colleague[]> {
    const seen = new Map<string, Colleague>();
    for (const { personId, givenName } of await this.team.of(tx, [id])) seen.set(personId, { personId, givenName });
    return [...seen.values()];
  }

  /** What must still be chosen before it can open. */
  async lacks(
    tx: Transaction,
    id: string,
    kind: 'association' | 'desk',
    { neighbourhoodCodes, contactPersonId }: SettingsChoice,
  ): Promise<(typeof openingNeeds)[number][]> {
    const colleagues = await this.colleagues(tx, id);
    return [
      ...(kind === 'association' && neighbourhoodCodes.length === 0 ? (['area'] as const) : []),
      ...(colleagues.length === 0 ? (['coordinator'] as const) : []),
      ...(contactPersonId === null ? (['contact'] as const) : []),
    ];
  }

  /** The desk first, then the other associations that are open, then welfare. */
  async fallbacks(tx: Transaction, id: string): Promise<AssociationSettingsView['fallbacks']> {
    const { owners, desk } = await this.areas.map(tx, true);
    const others = [...owners.values()].filter(
      ({ organisationId, kind, isOpen }) => kind === 'association' && isOpen && organisationId !== id,
    );
    return [
      ...(desk ? [{ kind: 'desk' as const, associationId: null, name: desk.name }] : []),
      ...others.map(({ organisationId, name }) => ({
        kind: 'association' as const,
        associationId: organisationId,
        name,
      })),
      { kind: 'welfare', associationId: null, name: welfareName },
    ];
  }

  private async desk(tx: Transaction): Promise<AssociationSettingsView['desk']> {
    const { desk } = await this.areas.map(tx);
    if (!desk) return null;
    const { name, contact } = await this.areas.organisation(tx, desk.organisationId);
    return { name, givenName: contact.givenName, phone: contact.phone };
  }
}
