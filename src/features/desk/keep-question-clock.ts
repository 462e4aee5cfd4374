import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeskParty } from '@app/contracts/http/desk.js';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { AreaDirectory, WhoAnswers } from '@app/features/associations/index.js';
import { OwnLetters } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore, factsOf, questionPlace, type QuestionRow } from './desk-question.store.js';

/** Words go 30 days after the answer, as those of requests do. */
const keptMs = 30 * 24 * 3_600_000;

/** The clock of a question: nobody answers in time, so the fallback has it, and after that the desk. And its letters. */
@Injectable()
@HandlesJob('desk.keep-clock')
export class KeepQuestionClock implements JobHandler<'desk.keep-clock'>, OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(WhoAnswers) private readonly who: WhoAnswers,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    const questionsUrl = `${this.config.publicUrl}/mijn-vragen-aan-het-loket`;
    this.letters.register('question-moved', async (tx, id) => {
      const row = await this.store.read(tx, id);
      if (row?.status !== 'open') return null;
      return { ownerName: (await this.presenter.ownerOf(tx, factsOf(row).owner)).name, questionsUrl };
    });
    this.letters.register('question-answered', async (tx, id) => {
      const row = await this.store.read(tx, id);
      const cipher = row && (await this.vault.ciphersOf(tx, [row.asker_id])).get(row.asker_id);
      if (!row?.answer_enc || !cipher) return null;
      const ownerName = (await this.presenter.ownerOf(tx, factsOf(row).owner)).name;
      return { ownerName, answer: cipher.open(row.answer_enc, questionPlace('answer_enc', id)), questionsUrl };
    });
  }

  async handle({ municipalityId, questionId }: JobMap['desk.keep-clock']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const row = await this.store.read(tx, questionId, true);
      if (!row) return;
      if (row.answered_at !== null && row.answered_at.getTime() <= tx.now - keptMs) {
        return this.store.wipeWords(tx, questionId);
      }
      if (row.status === 'open' && row.late_at === null && row.due_at.getTime() <= tx.now) await this.escalate(tx, row);
    });
  }

  private async escalate(tx: Transaction, row: QuestionRow): Promise<void> {
    if (row.owner_kind === 'desk') await this.store.markLate(tx, row.id);
    else {
      const to = await this.nextOwner(tx, row);
      await this.store.move(tx, row.id, to, true);
      tx.append('desk-question.moved', { questionId: row.id, askerId: row.asker_id, to: to.kind, late: true });
      if (to.organisationId !== null) tx.append('work.touched', { associationId: to.organisationId });
    }
    if (row.owner_id !== null) tx.append('work.touched', { associationId: row.owner_id });
  }

  private async nextOwner(tx: Transaction, row: QuestionRow): Promise<DeskParty> {
    if (row.owner_id !== null && !row.went_on) return this.who.goesOnTo(tx, row.owner_id);
    return { kind: 'desk', organisationId: (await this.areas.desk(tx)).id };
  }
}

/** Questions whose time has come: to be taken over, or to be forgotten. */
@Injectable()
@Sweeps('desk-question')
export class OverdueQuestions implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM desk_question WHERE municipality_id = $1
          AND (status = 'open' AND late_at IS NULL AND due_at <= app_now()
            OR text_enc IS NOT NULL AND answered_at <= app_now() - interval '30 days') LIMIT 200`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'desk.keep-clock',
      data: { municipalityId, questionId: id },
      id: sweepId(['desk-question', id], tx.now),
    }));
  }
}
