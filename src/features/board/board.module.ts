import { Module } from '@nestjs/common';
import { BoardController } from './board.controller.js';
import { BoardGateway } from './board.gateway.js';
import { BoardReadModel } from './board.read-model.js';
import { OverdueBoardEntries } from './overdue-board-entries.js';
import { ProjectBoardEntry } from './project-board-entry.js';
import { RealtimeHint } from './realtime-hint.js';
import { ShownEntries } from './shown-entries.js';

@Module({
  controllers: [BoardController],
  providers: [BoardReadModel, BoardGateway, ProjectBoardEntry, OverdueBoardEntries, RealtimeHint, ShownEntries],
})
export class BoardModule {}
