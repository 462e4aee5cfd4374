import { io, type Socket } from 'socket.io-client';
import type { BoardEntry } from '@app/contracts/http/board.js';
import {
  type BoardWatch,
  type BoardWatchAnswer,
  realtimePath,
  type ServerMessages,
} from '@app/contracts/realtime/messages.js';
import type { AppProcess } from './fault-scene.js';

type Line = Socket<
  ServerMessages,
  { 'board.watch': (watch: BoardWatch, answer: (result: BoardWatchAnswer) => void) => void }
>;

interface BoardAnswer {
  readonly sequence: number;
  readonly requests: readonly BoardEntry[];
  readonly removed: readonly string[];
}

/**
 * A screen with one board on it that is never loaded again: it hears hints, fetches what changed since what it has, and
 * catches up each time its line opens, as the web app does.
 */
export class BoardWatcher {
  private sequence = 0;
  private readonly entries = new Map<string, BoardEntry>();
  private fetching: Promise<void> = Promise.resolve();

  private constructor(
    private readonly web: AppProcess,
    private readonly neighbourhoodCode: string,
    private readonly socket: Line,
  ) {}

  static async open(web: AppProcess, cookie: string, neighbourhoodCode: string): Promise<BoardWatcher> {
    const socket: Line = io(web.url, {
      path: realtimePath,
      transports: ['websocket'],
      extraHeaders: { cookie },
    });
    const watcher = new BoardWatcher(web, neighbourhoodCode, socket);
    socket.on('board.changed', () => watcher.fetchSoon());
    await new Promise<void>((resolve) => {
      socket.on('connect', () => {
        void socket
          .timeout(10_000)
          .emitWithAck('board.watch', { neighbourhoodCode })
          .catch(() => undefined)
          .then(() => watcher.fetchSoon())
          .then(resolve);
      });
    });
    return watcher;
  }

  /** What the screen shows now. */
  shown(): string[] {
    return keysOf([...this.entries.values()]);
  }

  /** What somebody would see who opened the board now. */
  async anew(): Promise<string[]> {
    return keysOf((await this.fetchBoard(0)).requests);
  }

  close(): void {
    this.socket.disconnect();
  }

  private fetchSoon(): Promise<void> {
    // A fetch that fails changes nothing: the next hint, or the line that opens again, brings another.
    this.fetching = this.fetching.then(() => this.fetchChanges()).catch(() => undefined);
    return this.fetching;
  }

  private async fetchChanges(): Promise<void> {
    const { sequence, requests, removed } = await this.fetchBoard(this.sequence);
    for (const id of removed) this.entries.delete(id);
    for (const entry of requests) this.entries.set(entry.id, entry);
    this.sequence = sequence;
  }

  private async fetchBoard(since: number): Promise<BoardAnswer> {
    const query = `neighbourhoodCode=${this.neighbourhoodCode}${since > 0 ? `&since=${since}` : ''}`;
    const response = await fetch(`${this.web.url}/v1/board?${query}`);
    if (response.status !== 200) throw new Error(`The board answered ${response.status}`);
    return (await response.json()) as BoardAnswer;
  }
}

function keysOf(entries: readonly BoardEntry[]): string[] {
  return entries.map(({ id, version, status }) => `${id} ${version} ${status}`).toSorted();
}
