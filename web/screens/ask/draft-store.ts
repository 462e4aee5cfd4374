import { signal } from '@preact/signals';
import { keep, kept } from '../../session/kept.js';
import { emptyDraft, type Attempt, type Draft } from './draft.js';

/** A guest's request that was sent and waits for the code. */
export interface SentRequest {
  readonly id: string;
  readonly challengeId: string;
  readonly email: string;
  readonly phone: string;
}

const DRAFT = 'draft';
const ATTEMPT = 'draft-attempt';
const SENT = 'draft-sent';

export const draft = signal<Draft>({ ...emptyDraft, ...kept<Partial<Draft>>(DRAFT, {}) });
export const sent = signal<SentRequest | undefined>(kept<SentRequest | undefined>(SENT, undefined));

let attempt = kept<Attempt | undefined>(ATTEMPT, undefined);

/** A change makes it another request, which goes under a key of its own. */
export function change(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
  keep(DRAFT, draft.value);
  forgetAttempt();
}

export function forgetAttempt(): void {
  attempt = undefined;
  keep(ATTEMPT, undefined);
}

function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The attempt to send this draft: the one made before, so that trying again never posts twice, or a new one. */
export function attemptFor(makeBody: () => Attempt['body'] | undefined): Attempt | undefined {
  if (attempt !== undefined) return attempt;
  const body = makeBody();
  if (body === undefined) return undefined;
  attempt = { key: newKey(), body };
  keep(ATTEMPT, attempt);
  return attempt;
}

/** The request is with the server and waits for its code. The draft stays, in case a new code must be asked. */
export function noteSent(request: SentRequest): void {
  sent.value = request;
  keep(SENT, request);
  forgetAttempt();
}

/** The request is on its way: nothing of it stays on this device. */
export function forgetDraft(): void {
  draft.value = emptyDraft;
  sent.value = undefined;
  keep(DRAFT, undefined);
  keep(SENT, undefined);
  forgetAttempt();
}
