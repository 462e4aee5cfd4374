import { Inject, Injectable } from '@nestjs/common';
import type { DeskParty, DeskQuestion } from '@app/contracts/http/desk.js';
import { AreaDirectory, welfareName } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { actsOn } from './desk-question.policy.js';
import { factsOf, questionPlace, type QuestionRow } from './desk-question.store.js';

/** For who asked, or for who deals with it. */
export type Viewer = 'asker' | 'owner';

/** Questions as people see them. Needs a system transaction. */
@Injectable()
export class DeskQuestionPresenter {
  constructor(
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async present(
    tx: Transaction,
    actor: PersonActor,
    viewer: Viewer,
    rows: readonly QuestionRow[],
  ): Promise<DeskQuestion[]> {
    const askers = rows.map(({ asker_id: id }) => id);
    const ciphers = await this.vault.ciphersOf(tx, askers);
    const cards = await this.people.cardsOf(tx, askers);
    const views: DeskQuestion[] = [];
    for (const row of rows) {
      const opened = (column: 'text_enc' | 'answer_enc'): string | null => {
        const sealed = row[column];
        return sealed ? (ciphers.get(row.asker_id)?.open(sealed, questionPlace(column, row.id)) ?? null) : null;
      };
      const { owner, offeredTo } = factsOf(row);
      views.push({
        id: row.id,
        version: row.version,
        status: row.status,
        text: opened('text_enc') ?? '',
        askedAt: row.asked_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        owner: await this.ownerOf(tx, owner),
        answer: opened('answer_enc'),
        answeredAt: row.answered_at?.toISOString() ?? null,
        theme: row.theme,
        keepInTouch: row.keep_in_touch,
        desk:
          viewer === 'asker'
            ? null
            : {
                givenName: cards.get(row.asker_id)?.givenName ?? '',
                byPhone: !row.has_email,
                offeredTo: offeredTo && { kind: offeredTo.kind, name: (await this.ownerOf(tx, offeredTo)).name },
                may: [...(actsOn(actor.memberships, factsOf(row)) ?? [])],
              },
      });
    }
    return views;
  }

  /** Everybody who can own a question. */
  async parties(tx: Transaction): Promise<(DeskParty & { name: string })[]> {
    const { owners } = await this.areas.map(tx);
    const organisations = [...owners.values()].map(({ kind, organisationId, name }) => ({
      kind,
      organisationId,
      name,
    }));
    return [...organisations, { kind: 'welfare', organisationId: null, name: welfareName }];
  }

  async ownerOf(tx: Transaction, { kind, organisationId }: DeskParty): Promise<DeskQuestion['owner']> {
    if (organisationId === null) return { kind, organisationId, name: welfareName, person: null };
    const { name, contact } = await this.areas.organisation(tx, organisationId);
    return { kind, organisationId, name, person: { givenName: contact.givenName, phone: contact.phone } };
  }
}
