import { demonstrationAccounts, type DemonstrationAccount } from '../accounts.js';
import type { Agenda } from './agenda.js';
import type { DayClock } from './day-clock.js';
import type { Journal } from './journal.js';
import type { MailboxReader } from './mailbox-reader.js';
import type { RunningRequest } from './running-request.js';
import type { Service } from './service.js';
import type { Town } from './town.js';

/** What everyone who plays a part has at hand. */
export interface Stage {
  readonly service: Service;
  readonly mailbox: MailboxReader;
  readonly clock: DayClock;
  readonly agenda: Agenda;
  readonly journal: Journal;
  readonly town: Town;
  /** What was asked so far. */
  readonly requests: RunningRequest[];
}

/** A documented account of the demonstration. */
export function accountOf(key: DemonstrationAccount['key']): DemonstrationAccount {
  const account = demonstrationAccounts.find((one) => one.key === key);
  if (!account) throw new Error(`There is no account ${key}`);
  return account;
}

/** Signs somebody in with the code from their mail. @returns the cookie of the session */
export async function signIn({ service, mailbox }: Stage, email: string): Promise<string> {
  const { challengeId } = (await service.call('requestSignInCode', { body: { email } })).data;
  return redeem({ service, mailbox }, challengeId, email);
}

/** Uses the code of a challenge that was made already. @returns the cookie of the session */
export async function redeem(
  { service, mailbox }: Pick<Stage, 'service' | 'mailbox'>,
  challengeId: string,
  email: string,
): Promise<string> {
  const code = await mailbox.codeOf(challengeId, email);
  return (await service.call('createSession', { body: { challengeId, code } })).cookie;
}

/** A request in a few words, for example `de hond uitlaten in Rossenberg`. */
export function nameOf({ town }: Stage, { plan }: RunningRequest): string {
  return `${town.helpOf(plan.category)} in ${town.placeOf(plan.neighbourhoodCode)}`;
}
