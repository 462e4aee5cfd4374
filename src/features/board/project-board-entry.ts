import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { dayPartOf } from '@app/domain/schedule/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler, type RunningJob } from '@app/platform/queue/job-handler.js';
import { RealtimeHub, rooms } from '@app/platform/realtime/realtime-hub.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { lockBoard, readEntry, writeEntry, type BoardEntryState, type EntryDetails } from './board.store.js';

/** The columns of a request that lead to nobody; the only ones the board ever reads. */
interface PublicRequest {
  readonly association_id: string;
  readonly status: string;
  readonly version: number;
  readonly category: string;
  readonly urgency: string;
  readonly window_from: Date;
  readonly expected_minutes: number;
  readonly cell_code: string;
}

interface Projection {
  readonly associationId: string;
  readonly entry: BoardEntryState;
  /** False when the board already showed this. */
  readonly changed: boolean;
}

const shownStatuses = new Set(['open', 'matched']);

/**
 * Brings one request's place on its board up to date and hints at it. The board is locked before the
 * request is read, so sequences are given out in the order of commits and a late job cannot undo a newer one.
 */
@Injectable()
@HandlesJob('board.project')
export class ProjectBoardEntry implements JobHandler<'board.project'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async handle({ municipalityId, helpRequestId }: JobMap['board.project'], job: RunningJob): Promise<void> {
    const projection = await this.unitOfWork.run(asSystem(municipalityId), (tx) => project(tx, helpRequestId));
    if (projection === undefined) return;
    const { associationId, entry, changed } = projection;
    // An earlier try may have died between its commit and its hint.
    if (!changed && job.attempt === 1) return;
    this.hub.hint(rooms.board(associationId), 'board.changed', {
      sequence: entry.sequence,
      id: helpRequestId,
      version: entry.version,
      associationId,
    });
  }
}

async function project(tx: Transaction, helpRequestId: string): Promise<Projection | undefined> {
  const associationId = await boardOf(tx, helpRequestId);
  if (associationId === undefined) return undefined;
  await lockBoard(tx, associationId);
  const request = await readPublicRequest(tx, helpRequestId);
  const entry = await readEntry(tx, associationId, helpRequestId);
  const visible = request !== undefined && shownStatuses.has(request.status);
  if (!entry?.visible && !visible) return undefined;
  if (entry && request && entry.version >= request.version) return { associationId, entry, changed: false };
  const next = {
    version: request?.version ?? entry?.version ?? 0,
    visible,
    details: request && detailsOf(request, tx.now),
  };
  return { associationId, entry: await writeEntry(tx, associationId, helpRequestId, next), changed: true };
}

/** A request that is gone may still stand on a board. */
async function boardOf(tx: Transaction, helpRequestId: string): Promise<string | undefined> {
  const key = [tx.tenancy.municipalityId, helpRequestId];
  const [request] = await tx.query<{ association_id: string }>(
    'SELECT association_id FROM help_request WHERE municipality_id = $1 AND id = $2',
    key,
  );
  if (request) return request.association_id;
  const [entry] = await tx.query<{ association_id: string }>(
    'SELECT association_id FROM board_entry WHERE municipality_id = $1 AND help_request_id = $2 AND visible',
    key,
  );
  return entry?.association_id;
}

async function readPublicRequest(tx: Transaction, helpRequestId: string): Promise<PublicRequest | undefined> {
  const [row] = await tx.query<PublicRequest>(
    `SELECT r.association_id, r.status, r.version, r.category, r.urgency, r.window_from, r.expected_minutes, n.cell_code
       FROM help_request r JOIN neighbourhood n ON n.code = r.neighbourhood_code
      WHERE r.municipality_id = $1 AND r.id = $2`,
    [tx.tenancy.municipalityId, helpRequestId],
  );
  return row;
}

function detailsOf(request: PublicRequest, now: number): EntryDetails {
  const from = request.window_from.getTime();
  // Acute help whose window has begun is needed now, not when it was asked.
  const moment = localMoment(request.urgency === 'acute' ? Math.max(from, now) : from);
  return {
    category: request.category,
    urgency: request.urgency,
    day: moment.day,
    dayPart: dayPartOf(moment.minuteOfDay),
    expectedMinutes: request.expected_minutes,
    cellCode: request.cell_code,
    status: request.status,
  };
}
