import { effect, signal } from '@preact/signals';
import type { Socket } from 'socket.io-client';
import type { BoardWatch, BoardWatchAnswer, ServerMessages } from '@app/contracts/realtime/messages.js';
import { askAgainWhoIAm, sessionRound } from '../session/session.js';

interface ClientMessages {
  'board.watch': (watch: BoardWatch, answer: (result: BoardWatchAnswer) => void) => void;
}
type Connection = Socket<ServerMessages, ClientMessages>;

/** Is the live connection there? `idle` as long as no screen asked for it. */
export const connection = signal<'idle' | 'connecting' | 'live' | 'lost'>('idle');

const ANSWER_WITHIN = 5_000;
let socket: Promise<Connection> | undefined;

async function open(): Promise<Connection> {
  connection.value = 'connecting';
  const { io } = await import('socket.io-client');
  const made: Connection = io({ path: '/realtime', transports: ['websocket'], withCredentials: true });
  made.on('connect', () => (connection.value = 'live'));
  made.on('disconnect', () => {
    connection.value = 'lost';
    void askAgainWhoIAm();
  });
  made.on('connect_error', () => (connection.value = 'lost'));
  return made;
}

function connected(): Promise<Connection> {
  socket ??= open();
  return socket;
}

/** The handshake carries the session, so another session needs another handshake. */
let roundBefore = sessionRound.peek();
effect(() => {
  const round = sessionRound.value;
  if (round === roundBefore) return;
  roundBefore = round;
  void socket?.then((made) => made.disconnect().connect());
});

/** Listens to hints of the server. Gives the function that stops listening. */
export function listen<Name extends keyof ServerMessages>(name: Name, hear: ServerMessages[Name]): () => void {
  let stopped = false;
  // Type argument: socket.io cannot relate a generic event name to its listener.
  const listener = hear as never;
  void connected().then((made) => (stopped ? undefined : made.on(name, listener)));
  return () => {
    stopped = true;
    void socket?.then((made) => made.off(name, listener));
  };
}

/** Asks to hear of changes on a board; false when the server refused or did not answer. */
export async function watchBoard(associationId: string, since: number): Promise<BoardWatchAnswer | undefined> {
  const made = await connected();
  try {
    return await made.timeout(ANSWER_WITHIN).emitWithAck('board.watch', { associationId, since });
  } catch {
    return undefined;
  }
}
