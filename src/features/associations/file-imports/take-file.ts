import { Inject, Injectable } from '@nestjs/common';
import type { ImportOutcome } from '@app/contracts/http/file-imports.js';
import { RegisterMany } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { wholeTextOf } from '../import/file-text.js';
import { ImportFault } from '../import/import-fault.js';
import { checkMembers, importMembers, type MembersImport, type MembersReport } from '../import/import-members.js';
import { importNeighbourhoods, type NeighbourhoodsReport } from '../import/import-neighbourhoods.js';
import { readNeighbourhoodsFile, type NeighbourhoodsFile } from '../import/neighbourhoods-file.js';
import { FileImportStore, type FileImportRow, type ImportProblem, type ImportResult } from './file-import.store.js';

/** So many faults of a file are kept; whoever has more has to correct the file first. */
const mostFaults = 10_000;

/** Somebody stopped it meanwhile, or another worker has it: nothing of this run may stand. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** What it would do is known, and none of it may stand. */
class OnlyLooking extends Error {
  constructor(readonly result: ImportResult) {
    super('only looking');
  }
}

type Finish = (tx: Transaction, result: ImportResult) => Promise<void>;

/** Looks into a file that was sent, or takes it over: the same work, of which looking leaves nothing behind. */
@Injectable()
export class TakeFile {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileImportStore) private readonly store: FileImportStore,
    @Inject(RegisterMany) private readonly people: RegisterMany,
  ) {}

  /**
   * Runs `finish` in the transaction of the import itself; for a look, in one of its own.
   * @throws ImportFault when it is no such file
   * @throws StoppedError
   */
  async run(municipalityId: string, row: FileImportRow, was: 'checking' | 'taking', finish: Finish): Promise<void> {
    if (was === 'checking' && !(await this.store.isWhole(municipalityId, row))) {
      throw new ImportFault(['Het bestand kwam niet heel aan. Stuur het opnieuw.']);
    }
    if (row.kind === 'members') await this.members(municipalityId, row, was, finish);
    else await this.neighbourhoods(municipalityId, row, was, finish);
  }

  private async members(municipalityId: string, row: FileImportRow, was: 'checking' | 'taking', finish: Finish) {
    await this.inTurn(municipalityId, row, async (tx) => {
      const faults: ImportProblem[] = [];
      const options: MembersImport = {
        associationId: row.association_id,
        onlyGoodRows: row.only_good_rows,
        onFault: (line, { column, problem }) => {
          if (faults.length < mostFaults) faults.push({ line, place: column, problem });
        },
        onProgress: async (rows) => {
          // The transaction shows that it lives, too: a silent one is ended.
          await tx.query('SELECT 1');
          if (!(await this.store.noteProgress(municipalityId, row.id, was, rows))) throw new StoppedError();
        },
      };
      const open = () => this.store.open(municipalityId, row.id);
      const report = await (was === 'checking' ? checkMembers : importMembers)(tx, this.people, open, options);
      await finish(tx, {
        status: report.applied ? 'taken' : 'waiting',
        outcome: membersOutcome(report),
        faults,
        faultCount: report.wrong,
      });
    });
  }

  private async neighbourhoods(municipalityId: string, row: FileImportRow, was: 'checking' | 'taking', finish: Finish) {
    const content = await wholeTextOf(this.store.open(municipalityId, row.id));
    try {
      await this.inTurn(municipalityId, row, async (tx) => {
        const [municipality] = await tx.query<{ code: string }>('SELECT code FROM municipality WHERE id = $1', [
          municipalityId,
        ]);
        const file = readNeighbourhoodsFile(content, municipality?.code ?? '');
        const outcome = neighbourhoodsOutcome(file, await importNeighbourhoods(tx, file.neighbourhoods));
        const result = { outcome, faults: [], faultCount: 0 };
        // Told by doing it and undoing it: nothing else knows as well what would happen.
        if (was === 'checking') throw new OnlyLooking({ ...result, status: 'waiting' });
        await finish(tx, { ...result, status: 'taken' });
      });
    } catch (error) {
      if (!(error instanceof OnlyLooking)) throw error;
      await this.unitOfWork.run(asSystem(municipalityId), (tx) => finish(tx, error.result));
    }
  }

  private inTurn(municipalityId: string, { id }: FileImportRow, work: (tx: Transaction) => Promise<void>) {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      if (!(await this.store.takeTurn(tx, id))) throw new StoppedError();
      await work(tx);
    });
  }
}

function membersOutcome({ rows, invited, known, wrong }: MembersReport): ImportOutcome {
  return { kind: 'members', rows, invited, known, wrong };
}

function neighbourhoodsOutcome(
  { neighbourhoods, notes }: NeighbourhoodsFile,
  { added, changed, unchanged, replaced }: NeighbourhoodsReport,
): ImportOutcome {
  const names = new Map(neighbourhoods.map(({ code, name }) => [code, name]));
  const place = (code: string) => ({ code, name: names.get(code) ?? code });
  return {
    kind: 'neighbourhoods',
    added: added.map(place),
    changed: changed.map(place),
    unchanged,
    replaced: replaced.map(({ from, to }) => ({ from, to: place(to) })),
    notes: [...notes],
  };
}
