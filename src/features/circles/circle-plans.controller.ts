import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { CirclePlan } from './circle-plan.js';
import { CircleSlots } from './circle-slots.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;

/** What repeats in a circle, and its turns. */
@Controller()
export class CirclePlansController {
  constructor(
    @Inject(CirclePlan) private readonly plan: CirclePlan,
    @Inject(CircleSlots) private readonly slots: CircleSlots,
  ) {}

  @Endpoint(operations.addCircleSeries)
  add(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.addCircleSeries) { params, body }: In<'addCircleSeries'>,
  ): Promise<OperationResult<typeof operations.addCircleSeries>> {
    return this.plan.add(actor, params.id, body);
  }

  @Endpoint(operations.endCircleSeries)
  async end(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.endCircleSeries) { params }: In<'endCircleSeries'>,
  ): Promise<void> {
    await this.plan.end(actor, params.id);
  }

  @Endpoint(operations.takeCircleSlot)
  async take(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.takeCircleSlot) { params }: In<'takeCircleSlot'>,
  ): Promise<void> {
    await this.slots.take(actor, params.id);
  }

  @Endpoint(operations.giveBackCircleSlot)
  async giveBack(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.giveBackCircleSlot) { params }: In<'giveBackCircleSlot'>,
  ): Promise<void> {
    await this.slots.giveBack(actor, params.id);
  }

  @Endpoint(operations.askCircleSwap)
  async askSwap(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.askCircleSwap) { params, body }: In<'askCircleSwap'>,
  ): Promise<void> {
    await this.slots.askSwap(actor, params.id, body.memberId);
  }

  @Endpoint(operations.stopCircleSwap)
  async stopSwap(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.stopCircleSwap) { params }: In<'stopCircleSwap'>,
  ): Promise<void> {
    await this.slots.stopSwap(actor, params.id);
  }

  @Endpoint(operations.leaveOutCircleSlot)
  async leaveOut(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.leaveOutCircleSlot) { params }: In<'leaveOutCircleSlot'>,
  ): Promise<void> {
    await this.plan.leaveOut(actor, params.id);
  }
}
