import { Inject, Injectable } from '@nestjs/common';
import type { OfferedThanks } from '@app/contracts/http/thanks-wall.js';
import { flagsIn } from '@app/domain/moderation/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { namesIn } from './names-in.js';
import { WallThanksStore, type WallWords } from './wall-thanks.store.js';

const mostShown = 40;

/** The public wall of thanks: words without names that a coordinator let through, and that their author can take back. */
@Injectable()
export class ThanksWall {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WallThanksStore) private readonly store: WallThanksStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  /** Newest first, without a name, a moment or a place. */
  async shown(municipalityId: string): Promise<{ text: string }[]> {
    const words = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.shown(tx, mostShown));
    return words.map(({ text }) => ({ text }));
  }

  /** What waits for a decision of these organisations, and what they let through. */
  async offered(actor: PersonActor): Promise<OfferedThanks[]> {
    const organisationIds = organisationsOf(actor);
    if (organisationIds.length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const offered = await this.store.offeredTo(tx, organisationIds);
      const names = await this.namesAround(tx, offered);
      return offered.flatMap(({ id, helpRequestId, text, status, offeredAt }) => {
        if (status === 'refused') return [];
        const named = namesIn(text, names.get(helpRequestId) ?? []);
        return [{ id, text, status, offeredAt: offeredAt.toISOString(), flags: flagsIn(text), named }];
      });
    });
  }

  /** @throws ProblemError not-found for who does not look after that help, not-open for words with a name in them */
  async decide(actor: PersonActor, id: string, show: boolean): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const words = await this.store.one(tx, id, organisationsOf(actor));
      if (!words) throw new ProblemError('not-found');
      const names = (await this.namesAround(tx, [words])).get(words.helpRequestId) ?? [];
      if (show && namesIn(words.text, names)) {
        throw new ProblemError('not-open', { detail: 'Er staat een naam in. Op de muur staan geen namen.' });
      }
      await this.store.decide(tx, id, show, actor.personId);
      for (const associationId of organisationsOf(actor)) tx.append('work.touched', { associationId });
    });
  }

  /** In the author's own name. @throws ProblemError not-found when there is nothing of theirs */
  async takeBack(actor: PersonActor, helpRequestId: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const associationId = await this.store.takeBack(tx, actor.personId, helpRequestId);
      if (associationId === undefined) throw new ProblemError('not-found');
      tx.append('work.touched', { associationId });
    });
  }

  /** Names of everyone who had a part in each of these helps, by request. */
  private async namesAround(tx: Transaction, words: readonly WallWords[]): Promise<ReadonlyMap<string, string[]>> {
    const parts = await tx.query<{ id: string; person_id: string }>(
      `SELECT h.id, p.person_id FROM help_request h
         CROSS JOIN LATERAL (SELECT h.asker_id AS person_id
                              UNION SELECT h.beneficiary_id WHERE h.beneficiary_id IS NOT NULL
                              UNION SELECT a.person_id FROM acceptance a
                                     WHERE a.municipality_id = h.municipality_id AND a.help_request_id = h.id) p
        WHERE h.municipality_id = $1 AND h.id = ANY ($2::uuid[])`,
      [tx.tenancy.municipalityId, words.map(({ helpRequestId }) => helpRequestId)],
    );
    const cards = await this.people.cardsOf(
      tx,
      parts.map(({ person_id: personId }) => personId),
    );
    const names = new Map<string, string[]>();
    for (const { id, person_id: personId } of parts) {
      const card = cards.get(personId);
      const own = [card?.givenName, card?.familyName].filter((name) => typeof name === 'string');
      names.set(id, [...(names.get(id) ?? []), ...own]);
    }
    return names;
  }
}
