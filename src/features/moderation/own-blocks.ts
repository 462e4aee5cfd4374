import { Inject, Injectable } from '@nestjs/common';
import type { Encounter } from '@app/contracts/http/blocks.js';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { PartWays } from '@app/features/help-requests/index.js';
import { AskDispatch } from '@app/features/matching/index.js';
import { PeopleDirectory, PersonBlocks, type OwnBlock } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Encounters } from './encounters.js';

type BlockView = OperationResult<typeof operations.blockPerson>;

/** What people do about whom they never want to meet again. The other side is told nothing, ever. */
@Injectable()
export class OwnBlocks {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(PartWays) private readonly partWays: PartWays,
    @Inject(AskDispatch) private readonly asks: AskDispatch,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  /** Blocks, ends what the two have together, and takes back what one was asked for the other. */
  block(actor: PersonActor, encounter: Encounter): Promise<BlockView> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const met = await this.encounters.otherOf(tx, actor.personId, encounter);
      if (!met) throw new ProblemError('not-found');
      const id = await this.blocks.block(tx, actor.personId, met.personId);
      await this.partWays.run(tx, actor.personId, met.personId);
      tx.append('person.blocked', { personId: actor.personId, otherId: met.personId });
      for (const askId of await pendingBetween(tx, actor.personId, met.personId)) await this.asks.takeBack(tx, askId);
      const made = (await this.blocks.madeBy(tx, actor.personId)).find((block) => block.id === id);
      if (!made) throw new Error('A block that was just made is not there');
      return this.view(tx, [made]).then(([view]) => view as BlockView);
    });
  }

  list(actor: PersonActor): Promise<BlockView[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) =>
      this.view(tx, await this.blocks.madeBy(tx, actor.personId)),
    );
  }

  async lift(actor: PersonActor, id: string): Promise<void> {
    const lifted = await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) =>
      this.blocks.lift(tx, actor.personId, id),
    );
    if (!lifted) throw new ProblemError('not-found');
  }

  private async view(tx: Transaction, blocks: readonly OwnBlock[]): Promise<BlockView[]> {
    const cards = await this.people.cardsOf(
      tx,
      blocks.map(({ blockedId }) => blockedId),
    );
    return blocks.map(({ id, blockedId, since }) => ({
      id,
      givenName: cards.get(blockedId)?.givenName ?? null,
      since: new Date(since).toISOString(),
    }));
  }
}

/** Asks one of the two still has to answer about a request of the other. */
async function pendingBetween(tx: Transaction, one: string, other: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT k.id FROM ask k
       JOIN help_request h ON h.municipality_id = k.municipality_id AND h.id = k.help_request_id
      WHERE k.municipality_id = $1 AND k.status = 'pending'
        AND ((k.person_id = $2 AND h.asker_id = $3) OR (k.person_id = $3 AND h.asker_id = $2)) ORDER BY k.id`,
    [tx.tenancy.municipalityId, one, other],
  );
  return rows.map(({ id }) => id);
}
