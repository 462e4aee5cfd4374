import { randomUUID } from 'node:crypto';
import { FactBook } from '@app/features/participation/index.js';
import type { Fact } from '@app/domain/participation/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { Transaction, UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { EventCounter } from '../../src/features/participation/count-events.js';
import { ParticipationReadModel } from '../../src/features/participation/participation.read-model.js';
import { WeekViewStore } from '../../src/features/participation/week-view.store.js';
import type { MonitorTown } from './monitor-town.js';

const [first, last] = ['2022-Q1', '2026-Q4'];

/** What the monitor asks, and what keeps its figures true. What changes something is taken back again. */
export const questions = {
  'last quarter': (town: MonitorTown, work: UnitOfWork) => read(town, work, last, last),
  'last four quarters': (town: MonitorTown, work: UnitOfWork) => read(town, work, '2026-Q1', last),
  'five years': (town: MonitorTown, work: UnitOfWork) => read(town, work, first, last),
  'five years of one association': (town: MonitorTown, work: UnitOfWork) =>
    read(town, work, first, last, town.organisationId),
  'counting one event': (town: MonitorTown, work: UnitOfWork) =>
    takenBack(town, work, async (tx) => {
      await happen(tx, town.personIds[0] ?? '');
      await new EventCounter(new FactBook()).countBatch(tx);
    }),
  'adding 50 facts of 50 people': (town: MonitorTown, work: UnitOfWork) =>
    takenBack(town, work, (tx) => new FactBook().add(tx, town.historyIds.slice(0, 50).map(askedAgain))),
} as const;
export type Question = keyof typeof questions;
export const questionNames = Object.keys(questions) as Question[];

/** The first who looks in a week waits until everything of that week is made. */
export function firstLookOfAWeek(town: MonitorTown, work: UnitOfWork): Promise<unknown> {
  const { municipalityId } = town;
  return takenBack(town, work, async (tx) => {
    await tx.query('UPDATE participation_view SET week = week - 7 WHERE municipality_id = $1', [municipalityId]);
    const districts = await tx.query<{ code: string }>('SELECT code FROM district WHERE municipality_id = $1', [
      municipalityId,
    ]);
    await new WeekViewStore().current(
      tx,
      districts.map(({ code }) => code),
    );
  });
}

function read(town: MonitorTown, work: UnitOfWork, from: string, until: string, associationId?: string) {
  const { municipalityId, code } = town;
  const model = new ParticipationReadModel(work, new WeekViewStore());
  return associationId === undefined
    ? model.readInside(municipalityId, code, { from, until })
    : model.readExact(municipalityId, code, { from, until, associationId });
}

/** Somebody says anew what they are willing to do. */
async function happen(tx: Transaction, personId: string): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at)
     VALUES (gen_random_uuid(), $1, 'helper-profile.saved', $2, app_now())`,
    [tx.tenancy.municipalityId, { personId, alreadyHelping: false, pausedUntil: null }],
  );
}

function askedAgain(historyId: string): Fact {
  return {
    id: randomUUID(),
    historyId,
    kind: 'asked',
    at: Date.UTC(2026, 11, 30),
    day: '2026-12-30',
    districtCode: '',
    organisationId: '',
    code: '',
    detail: '',
    amount: 1,
  };
}

async function takenBack(
  { municipalityId }: MonitorTown,
  work: UnitOfWork,
  change: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const undone = new Error('undone');
  await work
    .run(asSystem(municipalityId), async (tx) => {
      await change(tx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}
