import type { PublicationSummary } from '@app/contracts/http/publications.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { councilReport } from './council-report.js';
import { EventCounter } from './count-events.js';
import { FactBook } from './fact-book.js';
import { PublicationStore } from './publication.store.js';
import { WeekViewStore } from './week-view.store.js';
import { PublishQuarter, type PublishInput } from './publish-quarter.js';

/** What whoever administers an installation does with the figures, without the rest of the application. */
export class ParticipationAdministration {
  private readonly book = new FactBook();
  private readonly store = new PublicationStore();
  private readonly counter = new EventCounter(this.book);

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Makes all figures anew. @returns how many facts and figures there are, and how many figures had been wrong */
  rebuild(municipalityId: string): Promise<{ facts: number; figures: number; corrected: number }> {
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.book.rebuild(tx));
  }

  /** Counts everything that happened and was not counted yet. */
  async count(municipalityId: string): Promise<void> {
    const batch = (): Promise<boolean> =>
      this.unitOfWork.run(asSystem(municipalityId), (tx) => this.counter.countBatch(tx));
    while (!(await batch()));
  }

  /** @throws ProblemError not-publishable, reason-required */
  publish(municipalityId: string, input: PublishInput): Promise<PublicationSummary> {
    const publishing = new PublishQuarter(
      this.unitOfWork,
      this.counter,
      this.store,
      new WeekViewStore(),
      new AuditLog(),
    );
    return publishing.run(municipalityId, null, input);
  }

  /** The newest version of a quarter as a PDF; undefined when it was not published. */
  async report(municipalityId: string, quarter: string): Promise<Buffer | undefined> {
    const [document, before] = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const found = await this.store.document(tx, quarter);
      return [found, found && (await this.store.quarterBefore(tx, found))];
    });
    return document && councilReport(document, before);
  }
}
