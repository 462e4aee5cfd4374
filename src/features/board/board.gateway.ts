import { Inject, SetMetadata } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import {
  boardWatchSchema,
  clientMessages,
  realtimePath,
  type BoardWatchAnswer,
} from '@app/contracts/realtime/messages.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { rooms } from '@app/platform/realtime/realtime-hub.js';
import type { SocketOwner } from '@app/platform/realtime/socket-admission.js';
import { BoardReadModel } from './board.read-model.js';

/** More boards than a municipality has associations; one screen watches them all. */
const mostBoards = 40;

/** Lets a browser hear when a board changed. Frames are hints; what changed is fetched over HTTP. */
@WebSocketGateway({ path: realtimePath })
export class BoardGateway {
  constructor(@Inject(BoardReadModel) private readonly boards: BoardReadModel) {}

  @SubscribeMessage('board.watch')
  @SetMetadata(ACCESS, clientMessages['board.watch'].access)
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<BoardWatchAnswer> {
    const area = boardWatchSchema.safeParse(message);
    if (!area.success) return { ok: false, code: 'invalid-input' };
    const board = await this.boards.find(municipalityOf(socket), area.data);
    if (!board) return { ok: false, code: 'not-found' };
    const room = rooms.board(board.associationId);
    if (!socket.rooms.has(room) && watchedBoards(socket) >= mostBoards) return { ok: false, code: 'too-many-rooms' };
    await socket.join(room);
    // Read again: a change between the first reading and joining was hinted to nobody here.
    const joined = (await this.boards.find(municipalityOf(socket), area.data)) ?? board;
    return { ok: true, ...joined };
  }

  @SubscribeMessage('board.unwatch')
  @SetMetadata(ACCESS, clientMessages['board.unwatch'].access)
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<BoardWatchAnswer> {
    const area = boardWatchSchema.safeParse(message);
    if (!area.success) return { ok: false, code: 'invalid-input' };
    const board = await this.boards.find(municipalityOf(socket), area.data);
    if (!board) return { ok: false, code: 'not-found' };
    await socket.leave(rooms.board(board.associationId));
    return { ok: true, ...board };
  }
}

function municipalityOf(socket: Socket): string {
  return (socket.data as SocketOwner).municipalityId;
}

function watchedBoards(socket: Socket): number {
  return [...socket.rooms].filter((room) => room.startsWith(rooms.board(''))).length;
}
