import { Injectable } from '@nestjs/common';
import { paceColumns } from '@app/features/associations/index.js';
import {
  nextDueAt,
  slowestPace,
  type Acceptance,
  type EscalationPace,
  type HelpRequestState,
} from '@app/domain/help-request/index.js';
import { insertRow } from '@app/platform/database/insert-row.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AcceptanceRow } from './acceptance.row.js';
import { HelpRequestRow } from './help-request.row.js';

/** A request as loaded: what the rules need, and the row with the rest. */
export interface LoadedRequest {
  readonly state: HelpRequestState;
  readonly row: HelpRequestRow;
}

/** What is stored of a request beside its state. */
export type RequestFacts = Pick<
  HelpRequestRow,
  | 'neighbourhoodCode'
  | 'postedById'
  | 'relation'
  | 'beneficiaryId'
  | 'consentStatedAt'
  | 'sameNeighbourOf'
  | 'weekly'
  | 'calledInId'
  | 'category'
  | 'summaryEnc'
  | 'addressEnc'
  | 'contactEnc'
  | 'outcomeNoteEnc'
>;

/** The only writer of help requests and acceptances. */
@Injectable()
export class HelpRequestStore {
  /** Loads one request, locked until the transaction ends; undefined when it is not there or not visible. */
  async lock(tx: Transaction, id: string): Promise<LoadedRequest | undefined> {
    return this.load(tx, id, true);
  }

  /** Loads one request to look at. */
  async read(tx: Transaction, id: string): Promise<LoadedRequest | undefined> {
    return this.load(tx, id, false);
  }

  /** Stores a new request without waiting for it. @returns what a reader would find */
  insert(tx: Transaction, state: HelpRequestState, facts: RequestFacts): LoadedRequest {
    const row: HelpRequestRow = { ...facts, ...columnsOf(tx.tenancy.municipalityId, state) };
    insertRow(tx, HelpRequestRow, row);
    return { row, state };
  }

  /** Writes what changed between two states; seats that come free are written before seats that are taken. */
  async save(
    tx: Transaction,
    before: LoadedRequest,
    after: HelpRequestState,
    facts: Partial<RequestFacts> = {},
  ): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const columns = { ...facts, ...columnsOf(municipalityId, after) };
    await tx.manager.update(HelpRequestRow, { municipalityId, id: after.id }, columns);
    Object.assign(before.row, columns);
    const known = new Map(before.state.acceptances.map((acceptance) => [acceptance.id, acceptance]));
    const changed = after.acceptances.filter((acceptance) => !sameAcceptance(known.get(acceptance.id), acceptance));
    const bySeat = changed.toSorted((a, b) => Number(a.seat !== null) - Number(b.seat !== null));
    for (const acceptance of bySeat) await this.saveAcceptance(tx, after, acceptance, known.has(acceptance.id));
  }

  private async saveAcceptance(
    tx: Transaction,
    state: HelpRequestState,
    acceptance: Acceptance,
    exists: boolean,
  ): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const { id, status, seat, since } = acceptance;
    if (exists) {
      await tx.manager.update(AcceptanceRow, { municipalityId, id }, { status, seat, since });
      return;
    }
    const { associationId, askerId, id: helpRequestId } = state;
    await tx.manager.insert(AcceptanceRow, { ...acceptance, municipalityId, helpRequestId, associationId, askerId });
  }

  private async load(tx: Transaction, id: string, lock: boolean): Promise<LoadedRequest | undefined> {
    const { municipalityId } = tx.tenancy;
    const row = await tx.manager.findOne(HelpRequestRow, {
      where: { municipalityId, id },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!row) return undefined;
    const [acceptances, [organisation]] = await Promise.all([
      tx.manager.find(AcceptanceRow, { where: { municipalityId, helpRequestId: id }, order: { id: 'ASC' } }),
      tx.query<{ kind: string; pace: EscalationPace }>(
        `SELECT kind, ${paceColumns} AS pace FROM association WHERE municipality_id = $1 AND id = $2`,
        [municipalityId, row.associationId],
      ),
    ]);
    return { row, state: stateOf(row, acceptances, organisation?.kind !== 'desk', organisation?.pace) };
  }
}

/** The state the rules work on, from what is stored. */
function stateOf(
  row: HelpRequestRow,
  acceptances: readonly AcceptanceRow[],
  hasOrganisation: boolean,
  pace: EscalationPace = slowestPace,
): HelpRequestState {
  return {
    id: row.id,
    associationId: row.associationId,
    askerId: row.askerId,
    status: row.status,
    version: row.version,
    urgency: row.urgency,
    windowFrom: row.windowFrom,
    windowUntil: row.windowUntil,
    expectedMinutes: row.expectedMinutes,
    helpersNeeded: row.helpersNeeded,
    requiredTrust: row.requiredTrust,
    autoConfirm: row.autoConfirm,
    hasAddress: row.addressEnc !== null,
    hasOrganisation,
    pace,
    postedAt: row.postedAt,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    acceptances: acceptances.map(({ id, personId, trust, status, seat, since }) => ({
      id,
      personId,
      trust,
      status,
      seat,
      since,
    })),
    escalation: {
      level: row.escalationLevel,
      coordinatorAt: row.coordinatorAt,
      deskAt: row.deskAt,
      reason: row.escalationReason,
    },
    outcomeAskedAt: row.outcomeAskedAt,
    outcome:
      row.outcomeHelped === null || row.outcomeBy === null ? null : { helped: row.outcomeHelped, by: row.outcomeBy },
  };
}

function columnsOf(municipalityId: string, state: HelpRequestState) {
  const {
    acceptances: _kept,
    hasAddress: _known,
    hasOrganisation: _derived,
    pace: _chosen,
    escalation,
    outcome,
    ...columns
  } = state;
  return {
    ...columns,
    municipalityId,
    escalationLevel: escalation.level,
    escalationReason: escalation.reason,
    coordinatorAt: escalation.coordinatorAt,
    deskAt: escalation.deskAt,
    outcomeHelped: outcome?.helped ?? null,
    outcomeBy: outcome?.by ?? null,
    nextDueAt: nextDueAt(state),
  };
}

function sameAcceptance(before: Acceptance | undefined, after: Acceptance): boolean {
  return (
    before !== undefined && before.status === after.status && before.seat === after.seat && before.since === after.since
  );
}
