import { Controller, Inject } from '@nestjs/common';
import type { ConversationView, MessageView } from '@app/contracts/http/conversations.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Conversations } from './conversations.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;

/** What the two sides of an agreement write to each other. */
@Controller()
export class ConversationsController {
  constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

  @Endpoint(operations.listConversations)
  list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listConversations>> {
    return this.conversations.list(actor);
  }

  @Endpoint(operations.getConversation)
  get(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getConversation) { params }: In<'getConversation'>,
  ): Promise<ConversationView> {
    return this.conversations.one(actor, params.id);
  }

  @Endpoint(operations.sendMessage)
  send(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.sendMessage) { params, body }: In<'sendMessage'>,
  ): Promise<MessageView> {
    return this.conversations.send(actor, params.id, body);
  }

  @Endpoint(operations.readConversation)
  async read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.readConversation) { params, body }: In<'readConversation'>,
  ): Promise<void> {
    await this.conversations.markRead(actor, params.id, body.number);
  }
}
