import { Inject, Injectable } from '@nestjs/common';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { operations } from '@app/contracts/http/index.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { waitingAtLimit } from './accept-help-request.js';
import { ChangeHelpRequest } from './change-help-request.js';
import type { LoadedRequest, RequestFacts } from './help-request.store.js';
import { RequestWordsVault } from './request-words.js';

type EditBody = OperationInput<typeof operations.editHelpRequest>['body'];

/** What people may do with a request that exists. */
@Injectable()
export class HelpRequestCommands {
  constructor(
    @Inject(ChangeHelpRequest) private readonly change: ChangeHelpRequest,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /** With the version that was seen, whoever comes second hears that somebody else has decided already. */
  approve(actor: PersonActor, id: string, seen?: number): Promise<void> {
    return this.change.run(actor, id, ['coordinator'], async (tx, loaded) => {
      refuseStale(loaded, seen);
      await this.note(tx, actor, loaded, 'request-approved');
      return { command: { type: 'approve' } };
    });
  }

  cancel(actor: PersonActor, id: string, seen?: number): Promise<void> {
    return this.change.run(actor, id, ['asker', 'coordinator'], async (tx, loaded, viewer) => {
      refuseStale(loaded, seen);
      if (viewer === 'coordinator') await this.note(tx, actor, loaded, 'request-stopped');
      return { command: { type: 'cancel' } };
    });
  }

  /** A neighbour cannot make it; the first on the waiting list who may gets the seat. */
  withdraw(actor: PersonActor, id: string): Promise<void> {
    // A coordinator who helps looks at it as coordinator; without a yes of one's own there is nothing to withdraw.
    return this.change.run(actor, id, ['asker', 'coordinator', 'helper'], async (tx, { state }) => {
      const personIdsAtLimit = await waitingAtLimit(tx, state);
      return { command: { type: 'withdraw', personId: actor.personId, personIdsAtLimit } };
    });
  }

  /** The asker, or the coordinator for an asker without internet, welcomes who said yes. */
  confirm(actor: PersonActor, id: string, address: string | undefined): Promise<void> {
    return this.change.run(actor, id, ['asker', 'coordinator'], async (tx, loaded) => {
      if (address === undefined) return { command: { type: 'confirm' } };
      return { command: { type: 'confirm' }, facts: await this.sealed(tx, loaded, { address }), bringsAddress: true };
    });
  }

  edit(actor: PersonActor, id: string, body: EditBody, expectedVersion: number): Promise<void> {
    return this.change.run(actor, id, ['asker', 'coordinator'], async (tx, loaded) => ({
      command: {
        type: 'edit',
        expectedVersion,
        ...(body.window
          ? { windowFrom: Date.parse(body.window.from), windowUntil: Date.parse(body.window.until) }
          : {}),
        ...(body.expectedMinutes === undefined ? {} : { expectedMinutes: body.expectedMinutes }),
        ...(body.address === undefined ? {} : { hasAddress: true }),
        ...(body.summary === undefined ? {} : { summaryChanged: true }),
      },
      facts: await this.sealed(tx, loaded, body),
    }));
  }

  /** Either side says how it went; a note is for the coordinator. */
  recordOutcome(actor: PersonActor, id: string, helped: boolean, note?: string): Promise<void> {
    return this.change.run(actor, id, ['asker', 'coordinator', 'helper'], async (tx, loaded, viewer) => ({
      command: {
        type: 'record-outcome',
        by: viewer === 'helper' ? 'helper' : 'asker',
        personId: actor.personId,
        helped,
      },
      facts: await this.sealed(tx, loaded, { outcomeNote: note === '' ? undefined : note }),
    }));
  }

  /** Goes with the change: what is refused after this leaves no row. */
  private note(tx: Transaction, actor: PersonActor, { row }: LoadedRequest, act: AuditAct): Promise<void> {
    const { id, associationId, askerId, beneficiaryId } = row;
    return this.audit.record(tx, {
      act,
      actorId: actor.personId,
      associationId,
      subjectId: beneficiaryId ?? askerId,
      aboutId: id,
    });
  }

  private async sealed(
    tx: Transaction,
    { row }: LoadedRequest,
    text: {
      readonly summary?: string | undefined;
      readonly address?: string | undefined;
      readonly outcomeNote?: string | undefined;
    },
  ): Promise<Partial<RequestFacts>> {
    const cipher = await this.vault.cipherOf(tx, row.askerId);
    if (!cipher) throw new ProblemError('not-found');
    return {
      ...(text.summary === undefined
        ? {}
        : { summaryEnc: this.words.seal(cipher, row.id, 'summary_enc', text.summary) }),
      ...(text.address === undefined
        ? {}
        : { addressEnc: this.words.seal(cipher, row.id, 'address_enc', text.address) }),
      ...(text.outcomeNote === undefined
        ? {}
        : { outcomeNoteEnc: this.words.seal(cipher, row.id, 'outcome_note_enc', text.outcomeNote) }),
    };
  }
}

function refuseStale({ state }: LoadedRequest, seen: number | undefined): void {
  if (seen !== undefined && seen !== state.version) throw new ProblemError('stale-version');
}
