import { Inject, Injectable } from '@nestjs/common';
import { isOpenAt } from '@app/domain/schedule/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { AreaDirectory } from './area-directory.js';

/** Whether somebody of an organisation answers now, by its opening hours and the wall clock of the Netherlands. */
@Injectable()
export class AnsweringHours {
  constructor(@Inject(AreaDirectory) private readonly areas: AreaDirectory) {}

  async isOpen(tx: Transaction, organisationId: string): Promise<boolean> {
    const owner = await this.areas.owner(tx, organisationId);
    return isOpenAt(owner?.openingHours ?? null, localMoment(tx.now));
  }

  /** The association is closed while the desk of its municipality answers. */
  async onlyDeskIsOpen(tx: Transaction, organisationId: string): Promise<boolean> {
    if (await this.isOpen(tx, organisationId)) return false;
    const { desk } = await this.areas.map(tx);
    return desk !== undefined && desk.organisationId !== organisationId && this.isOpen(tx, desk.organisationId);
  }
}
