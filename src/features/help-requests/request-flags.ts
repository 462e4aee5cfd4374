import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { DAY } from '@app/domain/kernel/time.js';
import { flagsIn, repeatsAny, type Flag } from '@app/domain/moderation/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HelpRequestRow } from './help-request.row.js';
import { RequestWordsVault } from './request-words.js';

const lookBack = 30 * DAY;
/** Most earlier requests a list is compared with. */
const mostEarlier = 500;

/** What in the words of requests is worth a look, computed when a coordinator looks: a better word list works at once. */
@Injectable()
export class RequestFlags {
  constructor(@Inject(RequestWordsVault) private readonly words: RequestWordsVault) {}

  /** Which of these requests have words that are worth a look. Needs a system transaction. */
  async flagged(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const { municipalityId } = tx.tenancy;
    const rows = await tx.manager.find(HelpRequestRow, { where: { municipalityId, id: In([...ids]) } });
    return new Set([...(await this.of(tx, rows))].flatMap(([id, flags]) => (flags.length > 0 ? [id] : [])));
  }

  /** Flags by request id. Needs a system transaction. */
  async of(tx: Transaction, rows: readonly HelpRequestRow[]): Promise<ReadonlyMap<string, readonly Flag[]>> {
    if (rows.length === 0) return new Map();
    const recent = await tx.manager.find(HelpRequestRow, {
      where: {
        municipalityId: tx.tenancy.municipalityId,
        askerId: In([...new Set(rows.map(({ askerId }) => askerId))]),
        postedAt: MoreThan(tx.now - lookBack),
      },
      order: { postedAt: 'DESC' },
      take: mostEarlier,
    });
    const words = await this.words.wordsOf(tx, [...rows, ...recent]);
    const summaryOf = ({ id }: HelpRequestRow): string => words.get(id)?.summary ?? '';
    return new Map(
      rows.map((row) => {
        const earlier = recent.filter(
          ({ id, askerId, postedAt }) => askerId === row.askerId && id !== row.id && postedAt <= row.postedAt,
        );
        const repeated: Flag[] = repeatsAny(summaryOf(row), earlier.map(summaryOf))
          ? [{ kind: 'repeated', found: '' }]
          : [];
        return [row.id, [...flagsIn(summaryOf(row)), ...repeated]];
      }),
    );
  }
}
