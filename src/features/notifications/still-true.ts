import { Injectable } from '@nestjs/common';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** Whether what a message is about still waits for this reader. */
export type StillWaits = (tx: Transaction, subjectId: string, recipientId: string) => Promise<boolean>;

/**
 * Asked just before a message leaves, which may be a night after it was planned. Features to the right register what only
 * they know; this one may not import them.
 */
@Injectable()
export class StillTrue {
  private readonly checks = new Map<NotificationTemplate, StillWaits>();

  /** @throws when the template has a check already. */
  register(template: NotificationTemplate, check: StillWaits): void {
    if (this.checks.has(template)) throw new Error(`${template} has a check already`);
    this.checks.set(template, check);
  }

  /** True for a template that nobody registered a check for. */
  async holds(
    tx: Transaction,
    message: { readonly template: NotificationTemplate; readonly subjectId: string; readonly recipientId: string },
  ): Promise<boolean> {
    const check = this.checks.get(message.template);
    return check ? check(tx, message.subjectId, message.recipientId) : true;
  }
}
