import { Inject, Injectable } from '@nestjs/common';
import {
  decide,
  evolveAll,
  type HelpRequestCommand,
  type HelpRequestRefusal,
  type HelpRequestState,
} from '@app/domain/help-request/index.js';
import { WhoAnswers } from '@app/features/associations/index.js';
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
  constructor(
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(WhoAnswers) private readonly who: WhoAnswers,
  ) {}

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
      const goesOn = decision.events.some((event) => event.type === 'escalated' && event.level === 2);
      const calledInId = goesOn ? await this.who.calledIn(tx, after.associationId) : loaded.row.calledInId;
      await this.store.save(tx, loaded, after, { ...facts, calledInId });
      const context = { before: loaded.state, after, ...rowContext(loaded.row), partedBy };
      await this.publish(tx, decision.events, context, calledInId);
    }
    return { ok: true, state: after, changed: decision.events.length > 0 };
  }

  /** Whoever was called in stopped answering: the desk has the request from now on, and is told as it would have been. */
  async leaveToDesk(tx: Transaction, loaded: LoadedRequest): Promise<void> {
    const { state, row } = loaded;
    const after = { ...state, version: state.version + 1 };
    await this.store.save(tx, loaded, after, { calledInId: null });
    const { desk } = await this.owners(tx, state.associationId, null);
    if (desk === null) throw new Error('The desk has no contact person');
    tx.append('help-request.escalated', {
      helpRequestId: after.id,
      associationId: after.associationId,
      version: after.version,
      askerId: contactOf(row),
      level: 2,
      reason: after.escalation.reason ?? 'clock',
      ownerPersonId: desk,
    });
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
    await this.publish(tx, decision.events, { before: null, after: state, ...rowContext(request.row) }, null);
    return { ok: true, request };
  }

  private async publish(
    tx: Transaction,
    events: Parameters<typeof outgoingEvents>[0],
    context: Omit<OutgoingContext, 'ownerPersonId'>,
    calledInId: string | null,
  ): Promise<void> {
    const { associationId } = context.after;
    const escalates = events.some(({ type }) => type === 'escalated');
    const owners = escalates ? await this.owners(tx, associationId, calledInId) : undefined;
    const ownerPersonId = (level: 1 | 2): string => {
      const id = level === 1 ? owners?.association : owners?.desk;
      if (!id) throw new Error(`No contact person for escalation level ${level} of association ${associationId}`);
      return id;
    };
    for (const { type, payload } of outgoingEvents(events, { ...context, ownerPersonId })) tx.append(type, payload);
  }

  /** Contact persons of the association and of whom it goes on to, or whoever stands in for them now. */
  private async owners(
    tx: Transaction,
    associationId: string,
    calledInId: string | null,
  ): Promise<{ association: string | null; desk: string | null }> {
    const rows = await tx.query<{ id: string; kind: string; contact_person_id: string | null }>(
      `SELECT o.id, o.kind, coalesce(a.deputy_id, o.contact_person_id) AS contact_person_id
         FROM association o
         LEFT JOIN absence a ON a.municipality_id = o.municipality_id AND a.association_id = o.id
          AND a.person_id = o.contact_person_id AND a.away_from <= app_now() AND app_now() < a.away_until
        WHERE o.municipality_id = $1 AND (o.id = $2 OR o.id = $3 OR o.kind = 'desk')`,
      [tx.tenancy.municipalityId, associationId, calledInId],
    );
    const contactAt = (wanted: string | null) => rows.find(({ id }) => id === wanted)?.contact_person_id;
    const desk = rows.find(({ kind }) => kind === 'desk')?.contact_person_id ?? null;
    return { association: contactAt(associationId) ?? desk, desk: contactAt(calledInId) ?? desk };
  }
}

function rowContext(row: HelpRequestRow): Pick<OutgoingContext, 'contactId' | 'weekly'> {
  return { contactId: contactOf(row), weekly: row.weekly !== null };
}

/** Who hears about a request: the asker, or whoever posted it for somebody without an account. */
export function contactOf(row: { askerId: string; postedById: string; relation: string | null }): string {
  return row.relation === 'phone-intake' || row.relation === 'referral' ? row.postedById : row.askerId;
}
