import { Controller, Inject } from '@nestjs/common';
import { operations, type Operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentActor, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor } from '@app/platform/identity/actor.js';
import { BoardReadModel } from './board.read-model.js';

/** The live board, for anyone. */
@Controller()
export class BoardController {
  constructor(@Inject(BoardReadModel) private readonly boards: BoardReadModel) {}

  @Endpoint(operations.getBoard)
  async getBoard(
    @CurrentActor() actor: Actor,
    @Input(operations.getBoard) { query }: OperationInput<Operations['getBoard']>,
  ): Promise<OperationResult<Operations['getBoard']>> {
    const board = await this.boards.read(actor.municipalityId, query, query.since);
    if (!board) throw new ProblemError('not-found');
    return board;
  }

  @Endpoint(operations.getOpenBoardCounts)
  getOpenBoardCounts(@CurrentActor() actor: Actor): Promise<OperationResult<Operations['getOpenBoardCounts']>> {
    return this.boards.countOpen(actor.municipalityId);
  }
}
