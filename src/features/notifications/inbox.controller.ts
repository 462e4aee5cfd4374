import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Inbox } from './inbox.js';

/** Messages in the app itself, for who has no mail at hand. */
@Controller()
export class InboxController {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @Endpoint(operations.listInbox)
  list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listInbox>> {
    return this.inbox.list(actor);
  }

  @Endpoint(operations.readInboxItem)
  async read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.readInboxItem) { params }: OperationInput<typeof operations.readInboxItem>,
  ): Promise<void> {
    await this.inbox.markRead(actor, params.id);
  }
}
