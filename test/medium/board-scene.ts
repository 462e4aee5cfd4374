import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { BoardReadModel } from '@app/features/board/board.read-model.js';
import { ProjectBoardEntry } from '@app/features/board/project-board-entry.js';
import type { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/template-database.js';

/** A municipality with two associations and a desk; the hostname is how a caller ends up in it. */
export interface BoardTown {
  readonly id: string;
  readonly east: string;
  readonly west: string;
  readonly desk: string;
  /** One buurt each: of east, of west, and one nobody covers. */
  readonly codes: { readonly east: string; readonly west: string; readonly uncovered: string };
  readonly askerId: string;
}

/** A frame as the hub was asked to send it. */
export interface SentFrame {
  readonly room: string;
  readonly message: string;
  readonly frame: Readonly<Record<string, unknown>>;
}

export interface NewRequest {
  readonly associationId: string;
  readonly neighbourhoodCode: string;
  readonly urgency?: 'acute' | 'planned';
  readonly status?: string;
  readonly from?: string;
}

/** The board on a database of its own, with a hub that writes down what it is asked to send. */
export class BoardScene {
  private constructor(
    readonly databaseUrl: string,
    readonly dataSource: DataSource,
    private readonly drop: () => Promise<void>,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource);
    this.boards = new BoardReadModel(dataSource);
    const hub = {
      hint: (room: string, message: string, frame: Record<string, unknown>) => {
        this.frames.push({ room, message, frame });
      },
    };
    this.hub = hub as unknown as RealtimeHub;
    this.projector = new ProjectBoardEntry(this.unitOfWork, this.hub);
  }

  readonly unitOfWork: UnitOfWork;
  readonly boards: BoardReadModel;
  readonly hub: RealtimeHub;
  readonly projector: ProjectBoardEntry;
  readonly frames: SentFrame[] = [];
  private towns = 0;

  static async open(): Promise<BoardScene> {
    const database = await createTestDatabase();
    const dataSource = await applicationDataSource({ url: database.url, poolSize: 16 }).initialize();
    return new BoardScene(database.url, dataSource, () => database.drop());
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.drop();
  }

  async addTown(hostname: string): Promise<BoardTown> {
    this.towns += 1;
    const prefix = String(1000 + this.towns);
    const code = (number: number): string => `BU${prefix}000${number}`;
    const [id, east, west, desk, askerId] = [newId(), newId(), newId(), newId(), newId()];
    const town: BoardTown = {
      id,
      east,
      west,
      desk,
      askerId,
      codes: { east: code(1), west: code(2), uncovered: code(3) },
    };
    await this.unitOfWork.run(asSystem(id), async (tx) => {
      const districts = `WK${prefix}00`;
      await tx.query('INSERT INTO municipality (id, code, name, hostname) VALUES ($1, $2, $2, $3)', [
        id,
        `GM${prefix}`,
        hostname,
      ]);
      await tx.query('INSERT INTO district (code, municipality_id, name) VALUES ($1, $2, $1)', [districts, id]);
      for (const buurt of Object.values(town.codes)) {
        await tx.query(`INSERT INTO cell (code, municipality_id, name) VALUES ($1, $2, 'Cel ' || $1)`, [buurt, id]);
        await tx.query(
          `INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
           VALUES ($1, $2, $3, $1, $1, 100, 5.43, 52.13)`,
          [buurt, id, districts],
        );
      }
      await tx.query(
        `INSERT INTO association (municipality_id, id, kind, name)
         VALUES ($1, $2, 'association', 'Oost'), ($1, $3, 'association', 'West'), ($1, $4, 'desk', 'Loket')`,
        [id, east, west, desk],
      );
      await tx.query(
        `INSERT INTO association_area (neighbourhood_code, municipality_id, association_id) VALUES ($2, $1, $3), ($4, $1, $5)`,
        [id, town.codes.east, east, town.codes.west, west],
      );
    });
    await this.insertPerson(id, askerId);
    return town;
  }

  async insertPerson(municipalityId: string, personId: string): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query(`INSERT INTO person (municipality_id, id, status, created_at) VALUES ($1, $2, 'active', app_now())`, [
        municipalityId,
        personId,
      ]),
    );
  }

  /** A request as the posting of it leaves it, without a word of its asker. */
  async insertRequest(town: BoardTown, request: NewRequest): Promise<string> {
    const id = newId();
    const {
      associationId,
      neighbourhoodCode,
      urgency = 'planned',
      status = 'open',
      from = '2027-03-02T13:00:00Z',
    } = request;
    await this.unitOfWork.run(asSystem(town.id), (tx) =>
      tx.query(
        `INSERT INTO help_request (municipality_id, id, association_id, neighbourhood_code, asker_id, posted_by_id, category,
           urgency, status, version, window_from, window_until, expected_minutes, helpers_needed, required_trust, auto_confirm,
           posted_at, opened_at)
         VALUES ($1, $2, $3, $4, $5, $5, 'groceries', $6, $7, 1, $8::timestamptz, $8::timestamptz + interval '2 hours', 30, 1,
           'none', false, app_now() - interval '1 minute', app_now() - interval '1 minute')`,
        [town.id, id, associationId, neighbourhoodCode, town.askerId, urgency, status, from],
      ),
    );
    return id;
  }

  /** Another status, and with it the next version. */
  async setStatus(town: BoardTown, id: string, status: string): Promise<void> {
    await this.unitOfWork.run(asSystem(town.id), (tx) =>
      tx.query('UPDATE help_request SET status = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2', [
        town.id,
        id,
        status,
      ]),
    );
  }

  project(town: BoardTown, helpRequestId: string, attempt = 1): Promise<void> {
    return this.projector.handle({ municipalityId: town.id, helpRequestId }, { id: newId(), attempt });
  }
}
