import { Controller, Inject } from '@nestjs/common';
import type { AssociationSettingsView } from '@app/contracts/http/association-settings.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { expectedVersion } from '@app/platform/http/if-match.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AssociationSettings } from './association-settings.js';
import { ManagedAssociations } from './managed-associations.js';

/** For organisers and administrators: what an association chose. */
@Controller()
export class SettingsController {
  constructor(
    @Inject(AssociationSettings) private readonly settings: AssociationSettings,
    @Inject(ManagedAssociations) private readonly managed: ManagedAssociations,
  ) {}

  @Endpoint(operations.listManagedAssociations)
  list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listManagedAssociations>> {
    return this.managed.list(actor);
  }

  @Endpoint(operations.addAssociation)
  add(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.addAssociation) { body }: OperationInput<typeof operations.addAssociation>,
  ): Promise<AssociationSettingsView> {
    return this.settings.add(actor, body.name);
  }

  @Endpoint(operations.getAssociationSettings)
  read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getAssociationSettings) { params }: OperationInput<typeof operations.getAssociationSettings>,
  ): Promise<AssociationSettingsView> {
    return this.settings.read(actor, params.id);
  }

  @Endpoint(operations.putAssociationSettings)
  change(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putAssociationSettings)
    { params, headers, body }: OperationInput<typeof operations.putAssociationSettings>,
  ): Promise<AssociationSettingsView> {
    return this.settings.change(actor, params.id, expectedVersion(headers), body);
  }

  @Endpoint(operations.openAssociation)
  open(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.openAssociation) { params, headers }: OperationInput<typeof operations.openAssociation>,
  ): Promise<AssociationSettingsView> {
    return this.settings.open(actor, params.id, expectedVersion(headers));
  }
}
