import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { OwnBlocks } from './own-blocks.js';

@Controller()
export class BlocksController {
  constructor(@Inject(OwnBlocks) private readonly blocks: OwnBlocks) {}

  @Endpoint(operations.blockPerson)
  block(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.blockPerson) { body }: OperationInput<typeof operations.blockPerson>,
  ): Promise<OperationResult<typeof operations.blockPerson>> {
    return this.blocks.block(actor, body);
  }

  @Endpoint(operations.listBlocks)
  async list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listBlocks>> {
    return { blocks: await this.blocks.list(actor) };
  }

  @Endpoint(operations.liftBlock)
  async lift(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.liftBlock) { params }: OperationInput<typeof operations.liftBlock>,
  ): Promise<void> {
    await this.blocks.lift(actor, params.id);
  }
}
