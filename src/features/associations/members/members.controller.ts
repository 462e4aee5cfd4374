import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { MemberView } from '@app/contracts/http/members.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Members } from './members.js';

/** For organisers with the right, and administrators: who works where. */
@Controller()
export class MembersController {
  constructor(@Inject(Members) private readonly members: Members) {}

  @Endpoint(operations.listMembers)
  async list(@CurrentPerson() actor: PersonActor): Promise<{ members: MemberView[] }> {
    return { members: await this.members.list(actor) };
  }

  @Endpoint(operations.addMember)
  add(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.addMember) { body }: OperationInput<typeof operations.addMember>,
  ): Promise<MemberView> {
    return this.members.add(actor, body);
  }

  @Endpoint(operations.changeMember)
  change(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.changeMember) { params, body }: OperationInput<typeof operations.changeMember>,
  ): Promise<MemberView> {
    return this.members.change(actor, params.id, body);
  }

  @Endpoint(operations.removeMember)
  remove(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.removeMember) { params }: OperationInput<typeof operations.removeMember>,
  ): Promise<void> {
    return this.members.remove(actor, params.id);
  }
}
