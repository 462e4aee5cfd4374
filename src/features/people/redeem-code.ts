import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@app/platform/crypto/new-id.js';
import { codeMatches, hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { ContactConfirmations } from './contact-confirmations.js';
import { PersonStore } from './person.store.js';
import { lockAddress, SignInChallenges } from './sign-in-challenges.js';

export const sessionDays = 30;
const mostTries = 5;
const mostFailuresPerHour = 10;

/** Hash of no code at all: an unknown challenge costs the same time as a wrong code. */
const nobodysHash = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** A session that was just made; the token is known here and in the browser only. */
export interface NewSession {
  readonly personId: string;
  readonly token: string;
  readonly firstSignIn: boolean;
  readonly confirmedHelpRequestId: string | undefined;
}

interface UsedChallenge {
  readonly email: string;
  readonly helpRequestId: string | null;
}

/** Exchanges a code for a session. */
@Injectable()
export class RedeemCode {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInChallenges) private readonly challenges: SignInChallenges,
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(ContactConfirmations) private readonly confirmations: ContactConfirmations,
  ) {}

  /** @throws ProblemError invalid-code, too-many-tries */
  async run(municipalityId: string, challengeId: string, code: string): Promise<NewSession> {
    // Counted and committed before comparing: whatever happens next, the try stays counted.
    const hash = await this.unitOfWork.run(asSystem(municipalityId), (tx) => countTry(tx, challengeId));
    const right = await codeMatches(code, hash ?? nobodysHash);
    if (hash === undefined || !right) throw new ProblemError('invalid-code');
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.signIn(tx, challengeId));
  }

  private async signIn(tx: Transaction, challengeId: string): Promise<NewSession> {
    const { email, helpRequestId } = await this.use(tx, challengeId);
    const { personId, firstSignIn } = await this.findOrMake(tx, email);
    await this.people.markSignedIn(tx, personId);
    const token = await startSession(tx, personId);
    if (helpRequestId) await this.confirmations.confirm(tx, { personId, helpRequestId, firstSignIn });
    return { personId, token, firstSignIn, confirmedHelpRequestId: helpRequestId ?? undefined };
  }

  /** Of two who bring the same code at once, the second waits here and then finds it used. */
  private async use(tx: Transaction, challengeId: string): Promise<UsedChallenge> {
    const [row] = await updated<{ email_enc: Buffer; help_request_id: string | null }>(
      tx,
      `UPDATE sign_in_challenge SET used_at = app_now(), code_enc = NULL
        WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > app_now()
        RETURNING email_enc, help_request_id`,
      [tx.tenancy.municipalityId, challengeId],
    );
    if (!row) throw new ProblemError('invalid-code');
    return { email: this.challenges.openEmail(tx, challengeId, row.email_enc), helpRequestId: row.help_request_id };
  }

  private async findOrMake(tx: Transaction, email: string): Promise<{ personId: string; firstSignIn: boolean }> {
    const made = (): Promise<string | undefined> => this.people.create(tx, { email, status: 'active' });
    const known = await this.people.findIdByEmail(tx, email);
    const personId = known?.id ?? (await made());
    if (personId === undefined) {
      const other = await this.people.findIdByEmail(tx, email);
      if (!other) throw new Error('A person with this address appeared and went');
      return { personId: other.id, firstSignIn: false };
    }
    // Being blocked looks like a wrong code: the answer tells nothing about the account.
    if (known && known.status !== 'active' && known.status !== 'unverified') throw new ProblemError('invalid-code');
    return { personId, firstSignIn: known?.status !== 'active' };
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

async function startSession(tx: Transaction, personId: string): Promise<string> {
  const token = newToken();
  await tx.query(
    `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, app_now(), app_now() + make_interval(days => $5))`,
    [tx.tenancy.municipalityId, newId(), personId, hashToken(token), sessionDays],
  );
  return token;
}

/** Rows an UPDATE returns. TypeORM hands those over as a pair with their count, a SELECT around it does not. */
function updated<Row>(tx: Transaction, update: string, parameters: readonly unknown[]): Promise<Row[]> {
  return tx.query<Row>(`WITH changed AS (${update}) SELECT * FROM changed`, parameters);
}
