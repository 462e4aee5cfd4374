import { Inject, Injectable } from '@nestjs/common';
import type { Proof } from '@app/contracts/http/my-rights.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { codeMatches } from '@app/platform/crypto/secret-hash.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { lockAddress, SignInChallenges } from './sign-in-challenges.js';

const mostTries = 5;
const mostFailuresPerHour = 10;

/** Hash of no code at all: an unknown challenge costs the same time as a wrong code. */
const nobodysHash = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** What a code was made for; used once and gone. */
export interface UsedChallenge {
  readonly email: string;
  readonly helpRequestId: string | null;
  /** Of the page on which it was asked for. */
  readonly language: Language;
}

/** Whether a code is right, for signing in and for proving again who one is. */
@Injectable()
export class CodeCheck {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInChallenges) private readonly challenges: SignInChallenges,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
  ) {}

  /** @throws ProblemError invalid-code, too-many-tries */
  async requireRight(municipalityId: string, { challengeId, code }: Proof): Promise<void> {
    // Counted and committed before comparing: whatever happens next, the try stays counted.
    const hash = await this.unitOfWork.run(asSystem(municipalityId), (tx) => countTry(tx, challengeId));
    const right = await codeMatches(code, hash ?? nobodysHash);
    if (hash === undefined || !right) throw new ProblemError('invalid-code');
  }

  /**
   * Uses up a challenge whose code was right. Of two who bring the same code at once, the second waits here and then
   * finds it used.
   * @throws ProblemError invalid-code
   */
  async use(tx: Transaction, challengeId: string): Promise<UsedChallenge> {
    const [row] = await updated<{ email_enc: Buffer; help_request_id: string | null; language: Language }>(
      tx,
      `UPDATE sign_in_challenge SET used_at = app_now(), code_enc = NULL
        WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > app_now()
        RETURNING email_enc, help_request_id, language`,
      [tx.tenancy.municipalityId, challengeId],
    );
    if (!row) throw new ProblemError('invalid-code');
    const email = this.challenges.openEmail(tx, challengeId, row.email_enc);
    return { email, helpRequestId: row.help_request_id, language: row.language };
  }

  /**
   * Uses up the challenge of a proof, which must be of this person's own mailbox.
   * @throws ProblemError invalid-code
   */
  async useOwn(tx: Transaction, { challengeId }: Proof, personId: string): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const { email } = await this.use(tx, challengeId);
    const own = await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 AND email_index = $3', [
      municipalityId,
      personId,
      this.keyRing.emailIndex(municipalityId, email),
    ]);
    if (own.length === 0) throw new ProblemError('invalid-code');
  }
}

/**
 * Counts a try and gives the hash to compare with; undefined when the challenge is unknown, used or too old.
 * @throws ProblemError too-many-tries
 */
async function countTry(tx: Transaction, challengeId: string): Promise<string | undefined> {
  const { municipalityId } = tx.tenancy;
  const [challenge] = await tx.query<{ email_index: Buffer }>(
    'SELECT email_index FROM sign_in_challenge WHERE municipality_id = $1 AND id = $2',
    [municipalityId, challengeId],
  );
  if (!challenge) return undefined;
  await lockAddress(tx, challenge.email_index);
  if ((await failuresInLastHour(tx, challenge.email_index)) >= mostFailuresPerHour) {
    throw new ProblemError('too-many-tries', { retryAfterSeconds: 3_600 });
  }
  const [counted] = await updated<{ attempts: number; code_hash: string }>(
    tx,
    `UPDATE sign_in_challenge SET attempts = least(attempts + 1, $3)
      WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > app_now()
      RETURNING attempts, code_hash`,
    [municipalityId, challengeId, mostTries + 1],
  );
  // This rolls the count back to five, from where the next try is refused again.
  if (counted && counted.attempts > mostTries) throw new ProblemError('too-many-tries', { retryAfterSeconds: 0 });
  return counted?.code_hash;
}

async function failuresInLastHour(tx: Transaction, emailIndex: Buffer): Promise<number> {
  // A challenge is open for ten minutes, so a try of the last hour belongs to one of the last seventy.
  const [row] = await tx.query<{ failures: number }>(
    `SELECT coalesce(sum(least(attempts, $3) - (used_at IS NOT NULL)::int), 0)::int AS failures
       FROM sign_in_challenge
      WHERE municipality_id = $1 AND email_index = $2 AND created_at > app_now() - interval '70 minutes'`,
    [tx.tenancy.municipalityId, emailIndex, mostTries],
  );
  return row?.failures ?? 0;
}

/** Rows an UPDATE returns. TypeORM hands those over as a pair with their count, a SELECT around it does not. */
function updated<Row>(tx: Transaction, update: string, parameters: readonly unknown[]): Promise<Row[]> {
  return tx.query<Row>(`WITH changed AS (${update}) SELECT * FROM changed`, parameters);
}
