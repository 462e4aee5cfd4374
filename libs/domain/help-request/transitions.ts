import type { RequestStatus } from '../kernel/vocabulary.js';
import type { HelpRequestCommandType } from './commands.js';

/** From this status (null: before it exists) the command can lead to these, when it changes anything at all. */
export interface Transition {
  readonly from: RequestStatus | null;
  readonly command: HelpRequestCommandType;
  readonly to: readonly RequestStatus[];
}

/** All there is; documentation, buttons and the reachability test read this table. */
export const transitions: readonly Transition[] = [
  { from: null, command: 'post', to: ['unconfirmed', 'in-review', 'open'] },
  { from: 'unconfirmed', command: 'confirm-contact', to: ['in-review', 'open'] },
  { from: 'unconfirmed', command: 'edit', to: ['unconfirmed'] },
  { from: 'unconfirmed', command: 'cancel', to: ['cancelled'] },
  { from: 'unconfirmed', command: 'tick', to: ['expired'] },
  { from: 'in-review', command: 'approve', to: ['open'] },
  { from: 'in-review', command: 'edit', to: ['in-review'] },
  { from: 'in-review', command: 'cancel', to: ['cancelled'] },
  { from: 'in-review', command: 'tick', to: ['in-review', 'expired'] },
  { from: 'open', command: 'accept', to: ['open', 'matched', 'confirmed'] },
  { from: 'open', command: 'withdraw', to: ['open'] },
  { from: 'open', command: 'confirm', to: ['open'] },
  { from: 'open', command: 'edit', to: ['open'] },
  { from: 'open', command: 'cancel', to: ['cancelled'] },
  { from: 'open', command: 'record-outcome', to: ['completed', 'not-helped'] },
  { from: 'open', command: 'tick', to: ['open', 'expired'] },
  { from: 'open', command: 'escalate-unreachable', to: ['open'] },
  { from: 'matched', command: 'accept', to: ['matched'] },
  { from: 'matched', command: 'withdraw', to: ['matched', 'open', 'confirmed'] },
  { from: 'matched', command: 'confirm', to: ['confirmed'] },
  { from: 'matched', command: 'edit', to: ['matched'] },
  { from: 'matched', command: 'cancel', to: ['cancelled'] },
  { from: 'matched', command: 'record-outcome', to: ['completed', 'not-helped'] },
  { from: 'matched', command: 'tick', to: ['matched', 'expired'] },
  { from: 'confirmed', command: 'accept', to: ['confirmed'] },
  { from: 'confirmed', command: 'withdraw', to: ['confirmed', 'matched', 'open'] },
  { from: 'confirmed', command: 'cancel', to: ['cancelled'] },
  { from: 'confirmed', command: 'record-outcome', to: ['completed', 'not-helped'] },
  { from: 'confirmed', command: 'tick', to: ['confirmed', 'expired'] },
  { from: 'completed', command: 'record-outcome', to: ['not-helped'] },
  { from: 'not-helped', command: 'record-outcome', to: ['completed'] },
];
