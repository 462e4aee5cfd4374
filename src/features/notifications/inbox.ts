import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { LetterComposer } from './letter-composer.js';
import { isOwnTemplate } from './own-letters.js';
import { NotificationRow } from './notification.row.js';

type InboxList = OperationResult<typeof operations.listInbox>;
const most = 50;

/** The inbox of one person. Words are made when read, so they are gone when what they are about is gone. */
@Injectable()
export class Inbox {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(LetterComposer) private readonly composer: LetterComposer,
  ) {}

  async list(actor: PersonActor): Promise<InboxList> {
    const { municipalityId, personId } = actor;
    const rows = await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.manager
        .createQueryBuilder(NotificationRow, 'n')
        .where('n.municipalityId = :municipalityId AND n.recipientId = :personId', { municipalityId, personId })
        .andWhere(`n.channel = 'inbox' AND n.status = 'sent' AND n.createdAt > app_now() - interval '30 days'`)
        .orderBy('n.createdAt', 'DESC')
        .take(most)
        .getMany(),
    );
    const items = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const card = (await this.people.cardsOf(tx, [personId])).get(personId);
      const made: InboxList['items'] = [];
      for (const row of card ? rows : []) {
        const letter = card ? await this.composer.compose(tx, row.template, row.subjectId, card) : null;
        if (!letter) continue;
        const { id, template, subjectId, createdAt, readAt } = row;
        made.push({
          id,
          template,
          subject: letter.subject,
          text: letter.inbox,
          helpRequestId: template === 'ask' || template === 'ask-closed' || isOwnTemplate(template) ? null : subjectId,
          createdAt: new Date(createdAt).toISOString(),
          readAt: readAt === null ? null : new Date(readAt).toISOString(),
        });
      }
      return made;
    });
    return { items, unread: items.filter(({ readAt }) => readAt === null).length };
  }

  async markRead(actor: PersonActor, id: string): Promise<void> {
    const rows = await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query(
        `SELECT id FROM notification WHERE municipality_id = $1 AND id = $2 AND recipient_id = $3 AND channel = 'inbox'`,
        [actor.municipalityId, id, actor.personId],
      ),
    );
    if (rows.length === 0) throw new ProblemError('not-found');
    await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query(
        'UPDATE notification SET read_at = coalesce(read_at, app_now()) WHERE municipality_id = $1 AND id = $2',
        [actor.municipalityId, id],
      ),
    );
  }
}
