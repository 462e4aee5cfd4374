import { Inject, Injectable } from '@nestjs/common';
import { PeopleDirectory } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { readAreaMap, type Area, type AreaMap, type AreaOwner } from './area-map.js';
import { Remembered } from './remembered.js';

/** The person of an organisation whom people may call. */
export interface ContactPerson {
  readonly personId: string | null;
  readonly givenName: string;
  readonly phone: string;
}

export interface Organisation {
  readonly id: string;
  readonly kind: 'association' | 'desk';
  readonly name: string;
  readonly isExample: boolean;
  readonly contact: ContactPerson;
}

/** Who looks after which neighbourhood. What it answers may be a few seconds old. */
@Injectable()
export class AreaDirectory {
  private readonly memories: { forget(municipalityId: string): void }[] = [];
  private readonly maps = this.memory<AreaMap>();
  private readonly contacts = this.memory<ReadonlyMap<string, ContactPerson>>();

  constructor(@Inject(PeopleDirectory) private readonly people: PeopleDirectory) {}

  /** The association of a neighbourhood, else the desk; null for a neighbourhood that is not of this municipality. */
  async ownerOf(tx: Transaction, neighbourhoodCode: string): Promise<AreaOwner | null> {
    const area = await this.neighbourhood(tx, neighbourhoodCode);
    if (!area) return null;
    const { owners, desk } = await this.map(tx);
    return (area.associationId === null ? undefined : owners.get(area.associationId)) ?? desk ?? null;
  }

  async neighbourhood(tx: Transaction, code: string): Promise<Area | null> {
    const known = (await this.map(tx)).areas.get(code);
    // Somebody may have added it a moment ago.
    return known ?? (await this.map(tx, true)).areas.get(code) ?? null;
  }

  /** Id of the organisation whose board shows a neighbourhood. */
  async associationOfNeighbourhood(tx: Transaction, code: string): Promise<string | null> {
    return (await this.ownerOf(tx, code))?.organisationId ?? null;
  }

  /** An organisation's settings, without its people; null when it is not of this municipality. */
  async owner(tx: Transaction, organisationId: string): Promise<AreaOwner | null> {
    const known = (await this.map(tx)).owners.get(organisationId);
    return known ?? (await this.map(tx, true)).owners.get(organisationId) ?? null;
  }

  /** An organisation with whom to call. Needs a system transaction. @throws when it is not of this municipality. */
  async organisation(tx: Transaction, organisationId: string): Promise<Organisation> {
    const owner = await this.owner(tx, organisationId);
    if (!owner) throw new Error(`Organisation ${organisationId} is not of this municipality`);
    return this.withContact(tx, owner);
  }

  /** The desk with whom to call. Needs a system transaction. @throws when the municipality has no desk. */
  async desk(tx: Transaction): Promise<Organisation> {
    const desk = (await this.map(tx)).desk ?? (await this.map(tx, true)).desk;
    if (!desk) throw new Error('This municipality has no desk');
    return this.withContact(tx, desk);
  }

  /** Who looks after a request now: its association, or whoever was called in; the desk where nobody else was. */
  lookingAfter(
    tx: Transaction,
    request: { readonly associationId: string; readonly level: 0 | 1 | 2; readonly calledInId: string | null },
  ): Promise<Organisation> {
    if (request.level < 2) return this.organisation(tx, request.associationId);
    return request.calledInId === null ? this.desk(tx) : this.organisation(tx, request.calledInId);
  }

  /** Something changed: whoever asks next, in this process, hears of it. */
  forget(municipalityId: string): void {
    for (const memory of this.memories) memory.forget(municipalityId);
  }

  /** A memory for what is made of these places and organisations: it forgets when they change. */
  memory<T>(): Remembered<T> {
    const memory = new Remembered<T>();
    this.memories.push(memory);
    return memory;
  }

  /** Everything at once, for lists. */
  map(tx: Transaction, fresh = false): Promise<AreaMap> {
    return this.maps.get(tx.tenancy.municipalityId, () => readAreaMap(tx), fresh);
  }

  private async withContact(tx: Transaction, owner: AreaOwner): Promise<Organisation> {
    const contacts = await this.contacts.get(tx.tenancy.municipalityId, () => this.readContacts(tx));
    const { organisationId: id, kind, name, isExample } = owner;
    const contact = contacts.get(id) ?? (await this.contactsNow(tx)).get(id);
    return { id, kind, name, isExample, contact: contact ?? { personId: null, givenName: name, phone: '' } };
  }

  private contactsNow(tx: Transaction): Promise<ReadonlyMap<string, ContactPerson>> {
    return this.contacts.get(tx.tenancy.municipalityId, () => this.readContacts(tx), true);
  }

  /**
   * Contact persons by organisation: the one that was named, else whoever has worked there longest; for who is away,
   * whoever stands in.
   */
  private async readContacts(tx: Transaction): Promise<ReadonlyMap<string, ContactPerson>> {
    const rows = await tx.query<{ id: string; person_ids: string[] }>(
      `WITH away AS (
         SELECT association_id, person_id, deputy_id FROM absence
          WHERE municipality_id = $1 AND away_from <= app_now() AND app_now() < away_until)
       SELECT a.id, array_remove(
                ARRAY[(SELECT w.deputy_id FROM away w WHERE w.association_id = a.id AND w.person_id = a.contact_person_id),
                      a.contact_person_id]
                || array_agg(coalesce(away.deputy_id, m.person_id) ORDER BY m.created_at, m.id), NULL) AS person_ids
         FROM association a
         LEFT JOIN membership m ON m.municipality_id = a.municipality_id AND m.association_id = a.id
          AND m.role IN ('coordinator', 'desk')
         LEFT JOIN away ON away.association_id = a.id AND away.person_id = m.person_id
        WHERE a.municipality_id = $1 GROUP BY a.id, a.contact_person_id`,
      [tx.tenancy.municipalityId],
    );
    const cards = await this.people.cardsOf(
      tx,
      rows.flatMap(({ person_ids: ids }) => ids),
    );
    const contacts = new Map<string, ContactPerson>();
    for (const { id, person_ids: ids } of rows) {
      const card = ids.map((personId) => cards.get(personId)).find((found) => found?.givenName);
      if (card) contacts.set(id, { personId: card.id, givenName: card.givenName, phone: card.phone ?? '' });
    }
    return contacts;
  }
}
