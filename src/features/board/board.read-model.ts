import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { Operations } from '@app/contracts/http/index.js';
import { presentEntry, type BoardRow } from './board.presenter.js';

type Board = OperationResult<Operations['getBoard']>;
type BoardCounts = OperationResult<Operations['getOpenBoardCounts']>;

/** Which board is meant: one of the two is given. */
export interface BoardArea {
  readonly neighbourhoodCode?: string | undefined;
  readonly associationId?: string | undefined;
}

/** The board meant by $2 (association) or $3 (neighbourhood, else its desk) within municipality $1. */
const meantBoard = `
  SELECT a.id FROM association a WHERE a.municipality_id = $1 AND a.id = $2::uuid
  UNION ALL
  SELECT coalesce(covering.association_id, desk.id)
    FROM neighbourhood n
    LEFT JOIN association_area covering ON covering.neighbourhood_code = n.code
    LEFT JOIN association desk ON desk.municipality_id = n.municipality_id AND desk.kind = 'desk'
   WHERE n.municipality_id = $1 AND n.code = $3::text`;

interface RowOrEmpty {
  readonly association_id: string;
  readonly board_sequence: number;
  readonly id: string | null;
}

/**
 * Reads boards. The tables hold nothing that leads to a person, so no tenant's transaction is needed; the
 * municipality stands in every query.
 */
@Injectable()
export class BoardReadModel {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * The whole board, or only what changed after `since`; undefined when the municipality has no such board.
   * Sequence and entries come from one statement, hence one snapshot: whatever commits later has a higher number.
   */
  async read(municipalityId: string, area: BoardArea, since?: number): Promise<Board | undefined> {
    const rows = await this.dataSource.query<(BoardRow | RowOrEmpty)[]>(
      `SELECT board.id AS association_id, coalesce(area.sequence, 0)::float8 AS board_sequence,
              e.help_request_id AS id, e.version, e.visible, e.category, e.urgency,
              to_char(e.day, 'YYYY-MM-DD') AS day, e.day_part, e.expected_minutes,
              e.cell_code, cell.name AS cell_name, e.status
         FROM (${meantBoard}) AS board
         LEFT JOIN board_area area ON area.municipality_id = $1 AND area.association_id = board.id
         LEFT JOIN board_entry e ON e.municipality_id = $1 AND e.association_id = board.id
           AND ${since === undefined ? 'e.visible' : changedSince}
         LEFT JOIN cell ON cell.code = e.cell_code
        ORDER BY e.urgency = 'acute' DESC, e.day,
                 array_position('{morning,afternoon,evening,night}'::text[], e.day_part), e.help_request_id`,
      [
        municipalityId,
        area.associationId ?? null,
        area.neighbourhoodCode ?? null,
        ...(since === undefined ? [] : [since]),
      ],
    );
    const [first] = rows;
    if (!first) return undefined;
    const entries = rows.filter((row): row is BoardRow => row.id !== null);
    return {
      sequence: first.board_sequence,
      associationId: first.association_id,
      requests: entries.filter(({ visible }) => visible).map(presentEntry),
      removed: entries.filter(({ visible }) => !visible).map(({ id }) => id),
    };
  }

  /** The board's association and its sequence now; undefined when the municipality has no such board. */
  async find(
    municipalityId: string,
    area: BoardArea,
  ): Promise<{ readonly associationId: string; readonly sequence: number } | undefined> {
    const [row] = await this.dataSource.query<{ associationId: string; sequence: number }[]>(
      `SELECT board.id AS "associationId", coalesce(area.sequence, 0)::float8 AS sequence
         FROM (${meantBoard}) AS board
         LEFT JOIN board_area area ON area.municipality_id = $1 AND area.association_id = board.id`,
      [municipalityId, area.associationId ?? null, area.neighbourhoodCode ?? null],
    );
    return row;
  }

  /** Whether a request stands on one of the boards now. */
  async shows(municipalityId: string, helpRequestId: string): Promise<boolean> {
    const found = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM board_entry WHERE municipality_id = $1 AND help_request_id = $2 AND visible',
      [municipalityId, helpRequestId],
    );
    return found.length > 0;
  }

  /** How many open requests each cell of the municipality has. */
  async countOpen(municipalityId: string): Promise<BoardCounts> {
    const cells = await this.dataSource.query<BoardCounts['cells']>(
      `SELECT cell_code AS code, count(*)::int AS open FROM board_entry
        WHERE municipality_id = $1 AND visible AND status = 'open' GROUP BY cell_code ORDER BY cell_code`,
      [municipalityId],
    );
    return { cells };
  }
}

/** A client ahead of the board saw one that a restore has undone: it gets everything. */
const changedSince = 'e.sequence > CASE WHEN $4::bigint > coalesce(area.sequence, 0) THEN 0 ELSE $4::bigint END';
