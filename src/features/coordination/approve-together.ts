import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { HelpRequestCommands } from '@app/features/help-requests/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { WorkList } from './work-list.js';

type Result = OperationResult<typeof operations.approveTogether>;
type Refusal = Result['refused'][number]['code'];

const told = new Set<string>(['not-found', 'not-open', 'not-allowed'] satisfies Refusal[]);

/** Lets several requests through, each in a transaction of its own; what deserves a look is left where it is. */
@Injectable()
export class ApproveTogether {
  constructor(
    @Inject(WorkList) private readonly work: WorkList,
    @Inject(HelpRequestCommands) private readonly commands: HelpRequestCommands,
  ) {}

  async run(actor: PersonActor, helpRequestIds: readonly string[]): Promise<Result> {
    const { items } = await this.work.list(actor);
    const approved: string[] = [];
    const refused: { id: string; code: Refusal }[] = [];
    for (const id of new Set(helpRequestIds)) {
      const item = items.find(({ kind, subjectId }) => kind === 'review' && subjectId === id);
      const code = item && !item.bulk ? 'needs-a-look' : await this.approve(actor, id);
      if (code === null) approved.push(id);
      else refused.push({ id, code });
    }
    return { approved, refused };
  }

  private async approve(actor: PersonActor, id: string): Promise<Refusal | null> {
    try {
      await this.commands.approve(actor, id);
      return null;
    } catch (error) {
      if (error instanceof ProblemError && told.has(error.code)) return error.code as Refusal;
      throw error;
    }
  }
}
