import { operations, type OperationId, type Operations } from '@app/contracts/http/index.js';
import type { OperationBody, OperationResult } from '@app/contracts/http/operation.js';
import type { Problem, ProblemCode } from '@app/contracts/errors/problem.js';

/** Longer than any answer takes; a service that is silent for this long is not coming back. */
const answerWithinMs = 20_000;
const remedy = 'Start eerst: npm start';

/** There is nobody at this address, or nobody who answers. */
export class ServiceUnreachableError extends Error {
  override readonly name = 'ServiceUnreachableError';
}

/** The service said no, and why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    what: string,
    readonly status: number,
    readonly code: ProblemCode | 'none',
    detail: string,
  ) {
    super(`${what}: ${status} ${code}. ${detail}`);
  }
}

/** What a button did: what it says; nothing, for somebody was quicker; nothing, for it is over. */
export type Pressed = 'done' | 'too-late' | 'over';

const pressedBy: Readonly<Record<number, Pressed>> = { 200: 'done', 409: 'too-late', 410: 'over' };

export interface CallInput<Id extends OperationId> {
  /** Identifier in the path. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: OperationBody<Operations[Id]>;
  /** Cookie of a session, for who is signed in. */
  readonly session?: string;
  readonly idempotencyKey?: string;
}

interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface CallAnswer<Id extends OperationId> {
  readonly data: OperationResult<Operations[Id]>;
  /** Cookie that came with the answer, as a browser would send it back; '' when none did. */
  readonly cookie: string;
}

/** The service as anyone can reach it: its public HTTP interface, its one-tap pages and what a demonstration adds. */
export class Service {
  constructor(readonly url: string) {}

  /** @throws RefusedError, ServiceUnreachableError */
  async call<Id extends OperationId>(id: Id, input: CallInput<Id> = {}): Promise<CallAnswer<Id>> {
    const { method, path } = operations[id];
    const query = queryOf(input.query);
    const answer = await this.send({
      method: method.toUpperCase(),
      path: `${path.replace('{id}', encodeURIComponent(input.id ?? ''))}${query && `?${query}`}`,
      headers: {
        ...(input.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(input.session === undefined ? {} : { Cookie: input.session }),
        ...(input.idempotencyKey === undefined ? {} : { 'Idempotency-Key': input.idempotencyKey }),
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw refusal(id, answer.status, text);
    return {
      data: (text === '' ? undefined : JSON.parse(text)) as OperationResult<Operations[Id]>,
      cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    };
  }

  /**
   * Presses a button on a page that came by mail.
   * @throws RefusedError when the page is not there or does not understand the button
   */
  async pressOnPage(path: string, form: Readonly<Record<string, string>>): Promise<Pressed> {
    const answer = await this.send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body: new URLSearchParams(form).toString(),
    });
    const text = await answer.text();
    const pressed = pressedBy[answer.status];
    // The token in the path is a secret, also of somebody made up.
    if (!pressed) throw refusal(path.split('/')[1] ?? '', answer.status, text);
    return pressed;
  }

  /** What only a demonstration has: its mailbox and its clock. */
  async demonstration<T>(method: 'GET' | 'PUT', path: string, body?: unknown): Promise<T> {
    const answer = await this.send({
      method,
      path,
      // Letters are many, and packing them for a reader on the same machine only costs time.
      headers: {
        'Accept-Encoding': 'identity',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status === 404) {
      throw new ServiceUnreachableError(`Op ${this.url} draait geen demonstratie die van deze machine is. ${remedy}`);
    }
    if (!answer.ok) throw refusal(path, answer.status, text);
    return JSON.parse(text) as T;
  }

  private async send({ method, path, headers = {}, body }: HttpCall): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(answerWithinMs),
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      const slow = (error as Error).name === 'TimeoutError';
      throw new ServiceUnreachableError(
        slow
          ? `${this.url} gaf ${answerWithinMs / 1000} seconden geen antwoord op ${method} ${path.replace(/[\w-]{20,}/, '…')}.`
          : `Op ${this.url} antwoordt niemand. ${remedy}`,
        { cause: error },
      );
    }
  }
}

function queryOf(given: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) query.set(name, String(value));
  return query.toString();
}

function refusal(what: string, status: number, text: string): RefusedError {
  const { code, detail, errors } = problemIn(text);
  const faults = (errors ?? []).map(({ path, message }) => `${path} ${message}`).join('; ');
  return new RefusedError(what, status, code ?? 'none', [detail ?? '', faults].join(' ').trim());
}

function problemIn(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return {};
  }
}
