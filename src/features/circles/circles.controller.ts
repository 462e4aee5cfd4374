import { Controller, Inject } from '@nestjs/common';
import type { CircleView } from '@app/contracts/http/circle-shapes.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { CircleInvitations } from './circle-invitations.js';
import { CircleMembers } from './circle-members.js';
import { CircleReader } from './circle-reader.js';
import { Circles } from './circles.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Weeks in the answer to starting a circle: nothing is planned in it yet. */
const soon = 1;

/** Circles and who is in them. */
@Controller()
export class CirclesController {
  constructor(
    @Inject(Circles) private readonly circles: Circles,
    @Inject(CircleReader) private readonly reader: CircleReader,
    @Inject(CircleInvitations) private readonly invitations: CircleInvitations,
    @Inject(CircleMembers) private readonly members: CircleMembers,
  ) {}

  @Endpoint(operations.listCircles)
  async list(@CurrentPerson() actor: PersonActor): Out<'listCircles'> {
    return { circles: await this.reader.list(actor) };
  }

  @Endpoint(operations.startCircle)
  async start(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.startCircle) { body }: In<'startCircle'>,
  ): Promise<CircleView> {
    return this.reader.one(actor, await this.circles.start(actor, body), soon);
  }

  @Endpoint(operations.getCircle)
  get(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getCircle) { params, query }: In<'getCircle'>,
  ): Promise<CircleView> {
    return this.reader.one(actor, params.id, query.weeks);
  }

  @Endpoint(operations.putCircle)
  async put(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putCircle) { params, body }: In<'putCircle'>,
  ): Promise<void> {
    await this.circles.set(actor, params.id, body);
  }

  @Endpoint(operations.endCircle)
  async end(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.endCircle) { params }: In<'endCircle'>,
  ): Promise<void> {
    await this.circles.end(actor, params.id);
  }

  @Endpoint(operations.makeCircleInvitation)
  invite(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.makeCircleInvitation) { params, body }: In<'makeCircleInvitation'>,
  ): Out<'makeCircleInvitation'> {
    return this.invitations.make(actor, params.id, body.role);
  }

  @Endpoint(operations.endCircleInvitations)
  async stopInviting(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.endCircleInvitations) { params }: In<'endCircleInvitations'>,
  ): Promise<void> {
    await this.invitations.stop(actor, params.id);
  }

  @Endpoint(operations.lookAtCircleInvitation)
  look(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.lookAtCircleInvitation) { body }: In<'lookAtCircleInvitation'>,
  ): Out<'lookAtCircleInvitation'> {
    return this.invitations.look(actor, body.token);
  }

  @Endpoint(operations.joinCircle)
  join(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.joinCircle) { body }: In<'joinCircle'>,
  ): Out<'joinCircle'> {
    return this.invitations.join(actor, body.token);
  }

  @Endpoint(operations.admitCircleMember)
  async admit(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.admitCircleMember) { params }: In<'admitCircleMember'>,
  ): Promise<void> {
    await this.members.admit(actor, params.id);
  }

  @Endpoint(operations.removeCircleMember)
  async remove(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.removeCircleMember) { params }: In<'removeCircleMember'>,
  ): Promise<void> {
    await this.members.remove(actor, params.id);
  }
}
