import { Inject, Injectable } from '@nestjs/common';
import { ShowsAt, type ShownThing } from '@app/platform/pages/shown-things.js';
import { BoardReadModel } from './board.read-model.js';

/** Requests that stand on a board. */
@Injectable()
@ShowsAt('/hulpvragen/:id')
export class ShownEntries implements ShownThing {
  constructor(@Inject(BoardReadModel) private readonly boards: BoardReadModel) {}

  isShown(municipalityId: string, id: string): Promise<boolean> {
    return this.boards.shows(municipalityId, id);
  }
}
