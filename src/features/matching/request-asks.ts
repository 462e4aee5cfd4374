import { Inject, Injectable } from '@nestjs/common';
import type { AskedWave } from '@app/contracts/http/asking.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import type { AskRow } from './ask.row.js';
import { AskStore } from './ask.store.js';
import { DecisionStore, type StoredDecision } from './decision.store.js';
import { replayDecision } from './decision-replay.js';

const quarter = 15 * 60_000;

/**
 * Who was asked about a request, when and why, for those who look after it. Nothing tells how anybody answered: a "no" is
 * replaced at once, so that even the minute of an ask would give it away.
 */
@Injectable()
export class RequestAsks {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(DecisionStore) private readonly decisions: DecisionStore,
  ) {}

  list(actor: PersonActor, helpRequestId: string): Promise<AskedWave[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const request = await this.requests.of(tx, helpRequestId);
      const { desk } = await this.areas.map(tx);
      if (!request || !looksAfter(actor, request, desk?.organisationId)) throw new ProblemError('not-found');
      const asks = (await this.asks.about(tx, helpRequestId)).filter(({ takenBackAt }) => takenBackAt === null);
      const names = await this.namesInArea(tx, request.state.associationId, asks);
      const decisions = new Map((await this.decisions.about(tx, helpRequestId)).map((one) => [one.id, one]));
      return wavesOf(asks).map((wave) => viewOf(wave, decisions.get(wave[0]?.decisionId ?? ''), names));
    });
  }

  /** First names of the people who live where this organisation works; the others are neighbours of somebody else. */
  private async namesInArea(
    tx: Transaction,
    organisationId: string,
    asks: readonly AskRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ person_id: string; neighbourhood_code: string }>(
      'SELECT person_id, neighbourhood_code FROM helper_profile WHERE municipality_id = $1 AND person_id = ANY ($2::uuid[])',
      [tx.tenancy.municipalityId, asks.map(({ personId }) => personId)],
    );
    const near: string[] = [];
    for (const { person_id: id, neighbourhood_code: code } of rows) {
      if ((await this.areas.associationOfNeighbourhood(tx, code)) === organisationId) near.push(id);
    }
    const cards = await this.people.cardsOf(tx, near);
    return new Map([...cards].map(([id, { givenName }]) => [id, givenName]));
  }
}

/** The asker is not told how many others were asked, not even when they are an organiser as well. */
function looksAfter(actor: PersonActor, { state, calledInId }: RequestDigestView, deskId: string | undefined): boolean {
  const mine = organisationsOf(actor);
  if (state.askerId === actor.personId) return false;
  return (
    mine.includes(state.associationId) ||
    (state.escalation.level === 2 && mine.some((id) => id === (calledInId ?? deskId)))
  );
}

/** Asks that were decided on together, the oldest wave first. */
function wavesOf(asks: readonly AskRow[]): AskRow[][] {
  const waves = new Map<string, AskRow[]>();
  for (const ask of asks.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const key = ask.decisionId ?? `round-${ask.round}`;
    waves.set(key, [...(waves.get(key) ?? []), ask]);
  }
  return [...waves.values()];
}

function viewOf(
  wave: readonly AskRow[],
  decision: StoredDecision | undefined,
  names: ReadonlyMap<string, string>,
): AskedWave {
  const replayed = decision && replayDecision(decision);
  const whyOf = new Map(replayed?.people.map(({ personId, why }) => [personId, why]));
  const people = wave.map(({ personId }) => ({
    givenName: names.get(personId) ?? null,
    why: [...(whyOf.get(personId) ?? [])],
  }));
  // By name, because the order in which people were chosen or are stored says something about them.
  const byName = people.toSorted((a, b) => (a.givenName ?? '~').localeCompare(b.givenName ?? '~', 'nl'));
  const askedAt = Math.floor((wave[0]?.createdAt ?? 0) / quarter) * quarter;
  return { askedAt: new Date(askedAt).toISOString(), why: [...(replayed?.why ?? [])], people: byName };
}
