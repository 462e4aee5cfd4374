import { Inject, Injectable } from '@nestjs/common';
import {
  decide,
  evolveAll,
  type HelpRequestCommand,
  type HelpRequestRefusal,
  type HelpRequestState,
} from '@app/domain/help-request/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { HelpRequestRow } from './help-request.row.js';
import { HelpRequestStore, type LoadedRequest, type RequestFacts } from './help-request.store.js';
import { outgoingEvents, type OutgoingContext } from './outbox-events.js';

export type Applied =
  | { readonly ok: true; readonly state: HelpRequestState; readonly changed: boolean }
  | { readonly ok: false; readonly refusal: HelpRequestRefusal };

type Begun =
  { readonly ok: true; readonly request: LoadedRequest } | { readonly ok: false; readonly refusal: HelpRequestRefusal };

/** Decides a command on a locked request and stores what follows from it: rows and events, in one transaction. */
@Injectable()
export class RequestDecider {
  constructor(@Inject(HelpRequestStore) private readonly store: HelpRequestStore) {}

  async apply(
    tx: Transaction,
    loaded: LoadedRequest,
    command: HelpRequestCommand,
    facts: Partial<RequestFacts> = {},
    partedBy?: 'asker' | 'helper',
  ): Promise<Applied> {
    const decision = decide(command, loaded.state, tx.now);
    if (!decision.ok) return decision;
    const after = evolveAll(loaded.state, decision.events);
    if (decision.events.length > 0 || Object.keys(facts).length > 0) {
      await this.store.save(tx, loaded, after, facts);
      await this.publish(tx, decision.events, { before: loaded.state, after, ...rowContext(loaded.row), partedBy });
    }
    return { ok: true, state: after, changed: decision.events.length > 0 };
  }

  /** The first command of a request. @returns the request as whoever reads it next will find it */
  async begin(
    tx: Transaction,
    command: Extract<HelpRequestCommand, { type: 'post' }>,
    facts: RequestFacts,
  ): Promise<Begun> {
    const decision = decide(command, null, tx.now);
    if (!decision.ok) return decision;
    const state = evolveAll(null, decision.events);
    if (state === null) throw new Error('Posting made no request');
    const request = this.store.insert(tx, state, facts);
    await this.publish(tx, decision.events, { before: null, after: state, ...rowContext(request.row) });
    return { ok: true, request };
  }

  private async publish(
    tx: Transaction,
    events: Parameters<typeof outgoingEvents>[0],
    context: Omit<OutgoingContext, 'ownerPersonId'>,
  ): Promise<void> {
    const { associationId } = context.after;
    const owners = events.some(({ type }) => type === 'escalated') ? await this.owners(tx, associationId) : undefined;
    const ownerPersonId = (level: 1 | 2): string => {
      const id = level === 1 ? owners?.association : owners?.desk;
      if (!id) throw new Error(`No contact person for escalation level ${level} of association ${associationId}`);
      return id;
    };
    for (const { type, payload } of outgoingEvents(events, { ...context, ownerPersonId })) tx.append(type, payload);
  }

  /** Contact persons of the association and of the desk of its municipality, or whoever stands in for them now. */
  private async owners(
    tx: Transaction,
    associationId: string,
  ): Promise<{ association: string | null; desk: string | null }> {
    const rows = await tx.query<{ id: string; kind: string; contact_person_id: string | null }>(
      `SELECT o.id, o.kind, coalesce(a.deputy_id, o.contact_person_id) AS contact_person_id
         FROM association o
         LEFT JOIN absence a ON a.municipality_id = o.municipality_id AND a.association_id = o.id
          AND a.person_id = o.contact_person_id AND a.away_from <= app_now() AND app_now() < a.away_until
        WHERE o.municipality_id = $1 AND (o.id = $2 OR o.kind = 'desk')`,
      [tx.tenancy.municipalityId, associationId],
    );
    const desk = rows.find(({ kind }) => kind === 'desk')?.contact_person_id ?? null;
    return { association: rows.find(({ id }) => id === associationId)?.contact_person_id ?? desk, desk };
  }
}

function rowContext(row: HelpRequestRow): Pick<OutgoingContext, 'contactId' | 'weekly'> {
  return { contactId: contactOf(row), weekly: row.weekly !== null };
}

/** Who hears about a request: the asker, or whoever posted it for somebody without an account. */
export function contactOf(row: { askerId: string; postedById: string; relation: string | null }): string {
  return row.relation === 'phone-intake' || row.relation === 'referral' ? row.postedById : row.askerId;
}
