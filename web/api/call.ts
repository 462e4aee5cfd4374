import type { Problem, ProblemCode } from '@app/contracts/errors/problem.js';
import type { Operations } from '@app/contracts/http/index.js';
import type { OperationBody, OperationResult } from '@app/contracts/http/operation.js';
import { chosenLanguage } from '../messages/language.js';
import { keepAnswer, keptAnswer, readingFrom } from '../offline/kept-answers.js';
import { noteDateOfService } from '../time/service-clock.js';
import { routes, type Called } from './routes.js';

/** Why a call gave nothing: a problem the server names, or no (understandable) answer at all. */
export interface Failure {
  readonly ok: false;
  readonly code: ProblemCode | 'unreachable';
  readonly status: number;
  readonly errors: NonNullable<Problem['errors']>;
  /** True when all seats are taken and a waiting list exists. */
  readonly waitlist: boolean;
}

export type Answer<T> = { readonly ok: true; readonly data: T } | Failure;

export interface CallInput<Id extends Called> {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: OperationBody<Operations[Id]>;
  readonly idempotencyKey?: string;
  /** The version that was seen: an edit of anything newer is refused. */
  readonly version?: number;
  /** Keeps the answer on this device while somebody is signed in, to be read again without internet. */
  readonly readOffline?: boolean;
}

/** Listens to every answer that says that the session is gone. */
let onSignedOut: (() => void) | undefined;
export function whenSessionIsGone(listener: () => void): void {
  onSignedOut = listener;
}

/** Path and query of a call. */
export function addressOf(id: Called, input: Pick<CallInput<Called>, 'id' | 'query'>): string {
  const path = routes[id][1].replace('{id}', encodeURIComponent(input.id ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Reads a problem+json body; anything else counts as an internal error of the server. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return {
    ok: false,
    code: problem.code ?? 'internal-error',
    status,
    errors: problem.errors ?? [],
    waitlist: problem.waitlist === true,
  };
}

const unreachable: Failure = { ok: false, code: 'unreachable', status: 0, errors: [], waitlist: false };

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Calls one operation. Never throws: without a network the answer is what was kept, or a failure `unreachable`. */
export async function call<Id extends Called>(
  id: Id,
  input: CallInput<Id> = {},
): Promise<Answer<OperationResult<Operations[Id]>>> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': chosenLanguage() };
  if (input.body !== undefined) headers['Content-Type'] = 'application/json';
  if (input.idempotencyKey !== undefined) headers['Idempotency-Key'] = input.idempotencyKey;
  if (input.version !== undefined) headers['If-Match'] = `"${input.version}"`;
  try {
    const response = await fetch(addressOf(id, input), {
      method: routes[id][0].toUpperCase(),
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: input.body === undefined ? null : JSON.stringify(input.body),
    });
    noteDateOfService(response.headers.get('Date-Of-Service'));
    const body = await bodyOf(response);
    readingFrom.value = undefined;
    if (response.ok) {
      if (input.readOffline === true) keepAnswer(addressOf(id, input), body);
      return { ok: true, data: body as OperationResult<Operations[Id]> };
    }
    if (response.status === 401 && id !== 'getMe') onSignedOut?.();
    return failureOf(response.status, body);
  } catch {
    const answer = input.readOffline === true ? keptAnswer(addressOf(id, input)) : undefined;
    return answer === undefined ? unreachable : { ok: true, data: answer.data as OperationResult<Operations[Id]> };
  }
}
