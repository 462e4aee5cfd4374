import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentActor, CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { ThanksWall } from './thanks-wall.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** The wall of thanks, and who looks at it first. */
@Controller()
export class ThanksWallController {
  constructor(@Inject(ThanksWall) private readonly wall: ThanksWall) {}

  @Endpoint(operations.listThanksWall)
  async list(@CurrentActor() { municipalityId }: Actor): Out<'listThanksWall'> {
    return { thanks: await this.wall.shown(municipalityId) };
  }

  @Endpoint(operations.takeThanksOffWall)
  async takeBack(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.takeThanksOffWall) { params }: In<'takeThanksOffWall'>,
  ): Promise<void> {
    await this.wall.takeBack(actor, params.id);
  }

  @Endpoint(operations.listOfferedThanks)
  async offered(@CurrentPerson() actor: PersonActor): Out<'listOfferedThanks'> {
    return { thanks: await this.wall.offered(actor) };
  }

  @Endpoint(operations.decideOfferedThanks)
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.decideOfferedThanks) { params, body }: In<'decideOfferedThanks'>,
  ): Promise<void> {
    await this.wall.decide(actor, params.id, body.show);
  }
}
