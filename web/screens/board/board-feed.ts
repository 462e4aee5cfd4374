import { signal } from '@preact/signals';
import type { BoardEntry } from '@app/contracts/http/board.js';
import { call } from '../../api/call.js';
import { places } from '../../places/places.js';
import { connection, listen, watchBoard } from '../../realtime/connection.js';
import { serviceNow } from '../../time/service-clock.js';
import { emptyBoard, firstBoard, showWaiting, takeIn, takeInWhole, type BoardState } from './board-merge.js';

/** What the reader sees, for the whole municipality; undefined until the first fetch. */
export const board = signal<BoardState | undefined>(undefined);
export const boardFailed = signal(false);
/** When the data is from, by the clock of the service. */
export const boardUpdatedAt = signal(0);

const POLL_EVERY = 30_000;
/** Last sequence seen, per association. */
const sequences = new Map<string, number>();
/** Which association a request belongs to. */
const areaOf = new Map<string, string>();
const fetching = new Map<string, Promise<boolean>>();
const again = new Set<string>();

function remember(associationId: string, sequence: number, entries: readonly BoardEntry[]): void {
  sequences.set(associationId, sequence);
  for (const { id } of entries) areaOf.set(id, associationId);
}

async function fetchChanges(associationId: string): Promise<boolean> {
  const since = sequences.get(associationId);
  const answer = await call('getBoard', { query: { associationId, since } });
  // A desk need not have a board of its own.
  if (!answer.ok) return answer.code === 'not-found';
  const { sequence, requests, removed } = answer.data;
  remember(associationId, sequence, requests);
  const before = board.value ?? emptyBoard;
  board.value =
    since === undefined
      ? takeInWhole(before, requests, (id) => areaOf.get(id) === associationId)
      : takeIn(before, { requests, removed });
  boardUpdatedAt.value = serviceNow();
  return true;
}

/** One fetch at a time per association; a hint that comes meanwhile makes one more. */
function resync(associationId: string): Promise<boolean> {
  const running = fetching.get(associationId);
  if (running !== undefined) {
    again.add(associationId);
    return running;
  }
  const run = fetchChanges(associationId).finally(() => {
    fetching.delete(associationId);
    if (again.delete(associationId)) void resync(associationId);
  });
  fetching.set(associationId, run);
  return run;
}

function areas(): readonly string[] {
  return [...new Set((places.value?.neighbourhoods ?? []).map(({ organisationId }) => organisationId))];
}

/** Fetches every board anew, for the first picture and for "Probeer het opnieuw". */
export async function loadBoard(): Promise<void> {
  sequences.clear();
  const answers = await Promise.all(
    areas().map(async (associationId) => ({
      associationId,
      answer: await call('getBoard', { query: { associationId } }),
    })),
  );
  const entries: BoardEntry[] = [];
  let reached = false;
  for (const { associationId, answer } of answers) {
    if (!answer.ok) {
      if (answer.code === 'not-found') reached = true;
      continue;
    }
    reached = true;
    remember(associationId, answer.data.sequence, answer.data.requests);
    entries.push(...answer.data.requests);
  }
  boardFailed.value = !reached;
  if (!reached) return;
  board.value = firstBoard(entries);
  boardUpdatedAt.value = serviceNow();
}

/** Shows what waited; tells the first new row, so that the focus can go there. */
export function revealWaiting(): string | undefined {
  if (board.value === undefined) return undefined;
  const { state, firstNew } = showWaiting(board.value);
  board.value = state;
  return firstNew;
}

async function watchAll(): Promise<void> {
  for (const associationId of sequences.keys()) {
    const answer = await watchBoard(associationId, sequences.get(associationId) ?? 0);
    const known = sequences.get(associationId) ?? 0;
    if (answer?.ok === true && answer.sequence > known) await resync(associationId);
  }
}

function resyncAll(): void {
  for (const associationId of sequences.keys()) void resync(associationId);
}

/** Keeps the board fresh while a screen shows it. Gives the function that stops. */
export function followBoard(): () => void {
  const stopHints = listen('board.changed', ({ associationId }) => void resync(associationId));
  const stopConnection = connection.subscribe((state) => {
    if (state === 'live') void watchAll();
  });
  // Without the live connection the list is asked for now and then: late, but never silent.
  const poll = setInterval(() => {
    if (connection.value === 'live') boardUpdatedAt.value = serviceNow();
    else resyncAll();
  }, POLL_EVERY);
  return () => {
    stopHints();
    stopConnection();
    clearInterval(poll);
  };
}

/** One request of the board, whether shown or waiting. */
export function findOnBoard(id: string): BoardEntry | undefined {
  const state = board.value;
  return state?.rows.find(({ entry }) => entry.id === id)?.entry ?? state?.waiting.find((entry) => entry.id === id);
}
