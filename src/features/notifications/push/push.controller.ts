import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { PushSubscriptions } from './push-subscriptions.js';

/** The devices on which somebody wants messages. */
@Controller()
export class PushController {
  constructor(
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(PushSubscriptions) private readonly subscriptions: PushSubscriptions,
  ) {}

  @Endpoint(operations.getPushKey)
  key(): OperationResult<typeof operations.getPushKey> {
    return { publicKey: this.keyRing.pushKeys().publicKey };
  }

  @Endpoint(operations.listPushSubscriptions)
  async list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listPushSubscriptions>> {
    return { devices: await this.subscriptions.list(actor) };
  }

  @Endpoint(operations.addPushSubscription)
  add(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.addPushSubscription) { body }: OperationInput<typeof operations.addPushSubscription>,
  ): Promise<OperationResult<typeof operations.addPushSubscription>> {
    return this.subscriptions.add(actor, body);
  }

  @Endpoint(operations.removePushSubscription)
  async remove(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.removePushSubscription) { params }: OperationInput<typeof operations.removePushSubscription>,
  ): Promise<void> {
    await this.subscriptions.remove(actor, params.id);
  }
}
