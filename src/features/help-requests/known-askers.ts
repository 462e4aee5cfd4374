import { Inject, Injectable } from '@nestjs/common';
import type { KnownAsker } from '@app/contracts/http/intake.js';
import type { Category, RequestStatus } from '@app/contracts/http/vocabulary.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { CallerTrail } from './caller-trail.js';
import { matchCaller, nationalDigits, type Caller } from './caller-match.js';

/** Names are ciphertext, so they are compared here and not in the database; an association has fewer callers. */
const mostCompared = 500;
const mostShown = 5;

/** Requests an organiser looks after or posted; $2 are the organisations, $3 the organiser. */
const mine = `(h.association_id = ANY ($2::uuid[]) OR h.posted_by_id = $3)`;

interface AskerRow {
  readonly asker_id: string;
  readonly neighbourhood_code: string;
  readonly last_asked_at: Date;
}

interface OpenRow {
  readonly id: string;
  readonly asker_id: string;
  readonly category: Category;
  readonly status: RequestStatus;
  readonly window_from: Date;
  readonly window_until: Date;
}

/** People who asked before, to recognise a caller by. Never wider than the organisations of who looks. */
@Injectable()
export class KnownAskers {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(CallerTrail) private readonly trail: CallerTrail,
  ) {}

  async find(actor: PersonActor, caller: Caller): Promise<KnownAsker[]> {
    if (organisationsOf(actor).length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await this.recentAskers(tx, actor);
      const cards = await this.people.cardsOf(
        tx,
        rows.map(({ asker_id: id }) => id),
      );
      const found = rows.flatMap((row) => {
        const card = cards.get(row.asker_id);
        const sameAs = card ? matchCaller(card, caller) : null;
        return card && sameAs ? [{ row, card, sameAs }] : [];
      });
      const likeliest = found
        .toSorted((a, b) => Number(b.sameAs === 'phone') - Number(a.sameAs === 'phone'))
        .slice(0, mostShown);
      await this.trail.note(
        tx,
        actor,
        likeliest.map(({ card }) => card),
      );
      const open = await this.openRequests(
        tx,
        actor,
        likeliest.map(({ row }) => row.asker_id),
      );
      return Promise.all(
        likeliest.map(async ({ row, card, sameAs }) => ({
          personId: card.id,
          givenName: card.givenName,
          familyName: card.familyName,
          phoneEnding: card.phone === null ? null : nationalDigits(card.phone).slice(-2),
          neighbourhoodCode: row.neighbourhood_code,
          neighbourhoodName: (await this.areas.neighbourhood(tx, row.neighbourhood_code))?.name ?? '',
          lastAskedAt: row.last_asked_at.toISOString(),
          sameAs,
          openRequests: open.filter((request) => request.asker_id === card.id).map(presentOpen),
        })),
      );
    });
  }

  /** Whether this person ever asked an organisation of the actor. Needs a system transaction. */
  async knows(tx: Transaction, actor: PersonActor, personId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM help_request h
        WHERE h.municipality_id = $1 AND ${mine} AND h.asker_id = $4 AND h.status <> 'unconfirmed' LIMIT 1`,
      [actor.municipalityId, organisationsOf(actor), actor.personId, personId],
    );
    return rows.length > 0;
  }

  private recentAskers(tx: Transaction, actor: PersonActor): Promise<AskerRow[]> {
    return tx.query<AskerRow>(
      `SELECT h.asker_id, (array_agg(h.neighbourhood_code ORDER BY h.posted_at DESC))[1] AS neighbourhood_code,
              max(h.posted_at) AS last_asked_at
         FROM help_request h
        WHERE h.municipality_id = $1 AND ${mine} AND h.status <> 'unconfirmed'
          AND h.posted_at > app_now() - interval '1 year'
        GROUP BY h.asker_id ORDER BY max(h.posted_at) DESC LIMIT ${mostCompared}`,
      [actor.municipalityId, organisationsOf(actor), actor.personId],
    );
  }

  private openRequests(tx: Transaction, actor: PersonActor, askerIds: readonly string[]): Promise<OpenRow[]> {
    return tx.query<OpenRow>(
      `SELECT h.id, h.asker_id, h.category, h.status, h.window_from, h.window_until FROM help_request h
        WHERE h.municipality_id = $1 AND ${mine} AND h.asker_id = ANY ($4::uuid[])
          AND h.status IN ('in-review', 'open', 'matched', 'confirmed')
        ORDER BY h.window_until`,
      [actor.municipalityId, organisationsOf(actor), actor.personId, askerIds],
    );
  }
}

function presentOpen(row: OpenRow): KnownAsker['openRequests'][number] {
  const { id, category, status } = row;
  return {
    id,
    category,
    status,
    window: { from: row.window_from.toISOString(), until: row.window_until.toISOString() },
  };
}
