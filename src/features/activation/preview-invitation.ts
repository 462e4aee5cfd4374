import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { OwnLetters } from '@app/features/notifications/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { refuseOthers, type InvitationBody } from './campaigns.js';
import { InvitationLetters } from './invitation-letters.js';
import { wordFaults } from './word-faults.js';

/** The letter before it is sent, made by what will send it. */
@Injectable()
export class PreviewInvitation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(InvitationLetters) private readonly letters: InvitationLetters,
    @Inject(OwnLetters) private readonly own: OwnLetters,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  run(
    actor: PersonActor,
    associationId: string,
    { segment, words }: InvitationBody,
  ): Promise<OperationResult<typeof operations.previewInvitation>> {
    refuseOthers(actor, associationId);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const coordinatorGivenName =
        (await this.people.cardsOf(tx, [actor.personId])).get(actor.personId)?.givenName ?? '';
      const said = { associationId, segment, coordinatorGivenName, words };
      const { subject, text } = await this.own.render(
        tx,
        'invitation',
        await this.letters.facts(tx, said, null, '/geen-uitnodigingen/voorbeeld'),
      );
      return { subject, text, faults: [...wordFaults(words)] };
    });
  }
}
