import type { Instant } from '../kernel/time.js';
import type { HelpRequestCommand } from './commands.js';
import { decideAccept, decideConfirm, decideWithdraw } from './decide-accepting.js';
import { decideCancel, decideOutcome } from './decide-closing.js';
import { decideEdit } from './decide-editing.js';
import { decideApprove, decideConfirmContact, decidePost } from './decide-posting.js';
import { decideTick, decideUnreachable } from './decide-tick.js';
import { refuse, type Result } from './result.js';
import type { HelpRequestState } from './state.js';

/** What a command leads to: facts, possibly none when it was done before, or the reason why not. */
export function decide(command: HelpRequestCommand, state: HelpRequestState | null, now: Instant): Result {
  if (command.type === 'post') return state === null ? decidePost(command, now) : refuse('already-posted');
  if (state === null) return refuse('not-found');
  switch (command.type) {
    case 'confirm-contact':
      return decideConfirmContact(command, state, now);
    case 'approve':
      return decideApprove(state, now);
    case 'accept':
      return decideAccept(command, state, now);
    case 'withdraw':
      return decideWithdraw(command, state, now);
    case 'confirm':
      return decideConfirm(state, now);
    case 'edit':
      return decideEdit(command, state, now);
    case 'cancel':
      return decideCancel(state, now);
    case 'record-outcome':
      return decideOutcome(command, state, now);
    case 'tick':
      return decideTick(command, state, now);
    case 'escalate-unreachable':
      return decideUnreachable(command, state, now);
  }
}
