import { io, type Socket } from 'socket.io-client';
import type { BoardEntry } from '@app/contracts/http/board.js';
import { realtimePath, type BoardWatchAnswer, type ServerMessages } from '@app/contracts/realtime/messages.js';
import { waitFor } from './patience.js';
import { ServiceUnreachableError, type Service } from './service.js';

const answerWithinMs = 10_000;

type Client = Socket<
  ServerMessages,
  { 'board.watch': (area: unknown, answer: (it: BoardWatchAnswer) => void) => void }
>;

interface WatchedBoard {
  readonly neighbourhoodCode: string;
  readonly associationId: string;
  sequence: number;
  readonly entries: Map<string, BoardEntry>;
}

/** A screen that shows all boards live: hints come by websocket, what changed is fetched over HTTP. */
export class BoardListener {
  /** How many hints came in. */
  hints = 0;
  private readonly boards = new Map<string, WatchedBoard>();
  private readonly stale = new Set<string>();
  private refetching: Promise<void> = Promise.resolve();
  private failure: Error | undefined;

  private constructor(
    private readonly service: Service,
    private readonly socket: Client,
  ) {}

  /** @throws ServiceUnreachableError when the websocket does not open or a board may not be watched */
  static async open(service: Service, session: string, boards: readonly string[]): Promise<BoardListener> {
    const socket: Client = io(service.url, {
      path: realtimePath,
      transports: ['websocket'],
      timeout: answerWithinMs,
      extraHeaders: { Cookie: session, Origin: new URL(service.url).origin },
    });
    const listener = new BoardListener(service, socket);
    try {
      await connected(socket, service.url);
      for (const neighbourhoodCode of boards) await listener.watch(neighbourhoodCode);
    } catch (error) {
      socket.disconnect();
      throw error;
    }
    // After a lost line the rooms are gone: enter them again and fetch what was missed.
    socket.io.on('reconnect', () => void listener.watchAgain());
    return listener;
  }

  /** What the screen shows now: everything that was hinted at has been fetched. */
  async shown(): Promise<readonly BoardEntry[]> {
    await this.refetching;
    if (this.failure) throw this.failure;
    return [...this.boards.values()].flatMap(({ entries }) => [...entries.values()]);
  }

  /** Waits until the screen shows what the service says; live updates must lead there by themselves. */
  async agreesWithService(): Promise<void> {
    const wanted = await this.fromService();
    await waitFor('het bord, dat live bijgewerkt zou zijn', async () => {
      return keysOf(await this.shown()) === wanted ? true : undefined;
    });
  }

  close(): void {
    this.socket.disconnect();
  }

  private async fromService(): Promise<string> {
    const all: BoardEntry[] = [];
    for (const { neighbourhoodCode } of this.boards.values()) {
      all.push(...(await this.service.call('getBoard', { query: { neighbourhoodCode } })).data.requests);
    }
    return keysOf(all);
  }

  private async watch(neighbourhoodCode: string): Promise<void> {
    const answer = await this.socket.timeout(answerWithinMs).emitWithAck('board.watch', { neighbourhoodCode });
    if (!answer.ok)
      throw new ServiceUnreachableError(`Het bord van ${neighbourhoodCode} is niet te volgen: ${answer.code}`);
    const { associationId } = answer;
    this.boards.set(associationId, { neighbourhoodCode, associationId, sequence: 0, entries: new Map() });
    if (this.boards.size === 1) this.socket.on('board.changed', (frame) => this.hinted(frame.associationId));
    this.refetch(associationId);
  }

  private async watchAgain(): Promise<void> {
    for (const { neighbourhoodCode, associationId } of this.boards.values()) {
      await this.socket.timeout(answerWithinMs).emitWithAck('board.watch', { neighbourhoodCode });
      this.refetch(associationId);
    }
  }

  private hinted(associationId: string): void {
    this.hints += 1;
    this.refetch(associationId);
  }

  /** Several hints that come together cost one fetch. */
  private refetch(associationId: string): void {
    if (this.stale.has(associationId)) return;
    this.stale.add(associationId);
    this.refetching = this.refetching
      .then(() => this.fetch(associationId))
      .catch((error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      });
  }

  private async fetch(associationId: string): Promise<void> {
    this.stale.delete(associationId);
    const board = this.boards.get(associationId);
    if (!board) return;
    const query = { neighbourhoodCode: board.neighbourhoodCode, since: board.sequence };
    const { sequence, requests, removed } = (await this.service.call('getBoard', { query })).data;
    for (const id of removed) board.entries.delete(id);
    for (const entry of requests) board.entries.set(entry.id, entry);
    board.sequence = sequence;
  }
}

function connected(socket: Client, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      reject(new ServiceUnreachableError(`De websocket van ${url} gaat niet open: ${error.message}`));
    });
  });
}

function keysOf(entries: readonly BoardEntry[]): string {
  return entries
    .map(({ id, version, status }) => `${id} ${version} ${status}`)
    .toSorted()
    .join('\n');
}
