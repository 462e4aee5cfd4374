import { Inject, Injectable } from '@nestjs/common';
import type { DeskParty } from '@app/contracts/http/desk.js';
import { firstToHave, nextToHave, type Answerer } from '@app/domain/schedule/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localCalendar } from '@app/platform/time/local-clock.js';
import { AreaDirectory } from './area-directory.js';
import type { AreaOwner } from './area-map.js';

/** What people call the workers who follow the figures of the municipality; they are no organisation with an area. */
export const welfareName = 'Het welzijnswerk';

interface Candidate extends Answerer {
  readonly party: DeskParty;
}

/**
 * Who answers: by opening hours, by who works there and is not away, and by the fallback that an association chose. Behind
 * every fallback stands the desk. Needs system transactions.
 */
@Injectable()
export class WhoAnswers {
  constructor(@Inject(AreaDirectory) private readonly areas: AreaDirectory) {}

  /** Who has a new question of this organisation's area. */
  async hasNew(tx: Transaction, organisationId: string): Promise<DeskParty> {
    const { own, others } = await this.around(tx, organisationId);
    return firstToHave(own, others, localCalendar(tx.now)).party;
  }

  /** To whom a question goes on that this organisation did not answer in time: its fallback, if somebody works there. */
  async goesOnTo(tx: Transaction, organisationId: string): Promise<DeskParty> {
    const { others } = await this.around(tx, organisationId);
    const next = others.find(({ isStaffed }) => isStaffed) ?? others.at(-1);
    return next?.party ?? { kind: 'desk', organisationId: (await this.areas.desk(tx)).id };
  }

  /** The organisation does not answer now, while whoever would be called in after it does. */
  async onlyOthersAnswer(tx: Transaction, organisationId: string): Promise<boolean> {
    const { own, others } = await this.around(tx, organisationId);
    return nextToHave(own, others.filter(isOrganisation), localCalendar(tx.now)) !== null;
  }

  /** Whom a request is taken over by when its organisation found nobody; null: the desk. Welfare looks after no requests. */
  async calledIn(tx: Transaction, organisationId: string): Promise<string | null> {
    const [first, ...others] = (await this.around(tx, organisationId)).others.filter(isOrganisation);
    if (!first) return null;
    const { party } = firstToHave(first, others, localCalendar(tx.now));
    return party.kind === 'desk' ? null : party.organisationId;
  }

  /** Whoever was called in no longer answers and the desk does, which has what it leaves. */
  async isLeftToDesk(tx: Transaction, calledInId: string): Promise<boolean> {
    const { desk } = await this.areas.map(tx);
    const holder = await this.areas.owner(tx, calledInId);
    if (!desk || !holder) return desk !== undefined;
    const [one, other] = await this.candidates(tx, [holder, desk]);
    return one !== undefined && other !== undefined && nextToHave(one, [other], localCalendar(tx.now)) !== null;
  }

  /** The organisation, and after it its fallback and the desk; nobody comes twice. */
  private async around(tx: Transaction, organisationId: string): Promise<{ own: Candidate; others: Candidate[] }> {
    const { owners, desk } = await this.areas.map(tx);
    const owner = await this.areas.owner(tx, organisationId);
    if (!owner) throw new Error(`Organisation ${organisationId} is not of this municipality`);
    const { kind, associationId } = owner.fallback;
    const chosen = associationId === null ? undefined : owners.get(associationId);
    const [own, ...others] = await this.candidates(tx, [
      owner,
      ...(kind === 'welfare' ? (['welfare'] as const) : []),
      ...(chosen?.isOpen === true ? [chosen] : []),
      ...(desk && desk.organisationId !== organisationId ? [desk] : []),
    ]);
    if (!own) throw new Error('An organisation has itself to answer');
    return { own, others };
  }

  private async candidates(tx: Transaction, owners: readonly (AreaOwner | 'welfare')[]): Promise<Candidate[]> {
    const rows = await tx.query<{ id: string | null }>(
      `SELECT DISTINCT CASE WHEN m.role = 'monitor' THEN NULL ELSE m.association_id END AS id
         FROM membership m
        WHERE m.municipality_id = $1
          AND (m.role = 'monitor' OR m.role IN ('coordinator', 'desk') AND m.association_id = ANY ($2::uuid[]))
          AND NOT EXISTS (SELECT 1 FROM absence a
                 WHERE a.municipality_id = m.municipality_id AND a.association_id = m.association_id
                   AND a.person_id = m.person_id AND a.away_from <= app_now() AND app_now() < a.away_until)`,
      [tx.tenancy.municipalityId, owners.flatMap((owner) => (owner === 'welfare' ? [] : [owner.organisationId]))],
    );
    const staffed = new Set(rows.map(({ id }) => id));
    return owners.map((owner) => {
      if (owner === 'welfare') {
        return { party: { kind: 'welfare', organisationId: null }, hours: null, isStaffed: staffed.has(null) };
      }
      const { kind, organisationId, openingHours: hours } = owner;
      return { party: { kind, organisationId }, hours, isStaffed: staffed.has(organisationId) };
    });
  }
}

function isOrganisation({ party }: Candidate): boolean {
  return party.kind !== 'welfare';
}
