import type { z } from 'zod';
import type { ProblemCode } from '../errors/problem.js';

/**
 * Who may call an operation at all. What a caller may see or do *within* it is decided by the
 * feature's policy; this is the gate in front of it.
 * - `public`: anyone; a session is read when there is one
 * - `signed-in`: any person with a session
 * - `organiser`: a coordinator or desk worker of some organisation, or an administrator
 * - `monitor`: the same, or somebody who follows the figures of the municipality
 */
export const accessRules = ['public', 'signed-in', 'organiser', 'monitor'] as const;
export type AccessRule = (typeof accessRules)[number];

export type HttpMethod = 'get' | 'put' | 'post' | 'delete';

/**
 * One operation of the HTTP interface, described once. The router, the access guard, input
 * validation, the OpenAPI document, the response check of the test suite and the web client
 * are all derived from this value.
 */
export interface Operation {
  readonly id: string;
  readonly method: HttpMethod;
  /** Path with OpenAPI placeholders, for example `/v1/help-requests/{id}`. */
  readonly path: `/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly access: AccessRule;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly success: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    readonly body?: z.ZodType;
    /** Response headers beyond those every answer has. */
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** Problems this operation can answer beside the ones any operation can. */
  readonly problems: readonly ProblemCode[];
}

/** Keeps the literal types of an operation. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}

type Inferred<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a controller receives after validation. */
export interface OperationInput<O extends Operation> {
  readonly params: Inferred<O['params']>;
  readonly query: Inferred<O['query']>;
  readonly headers: Inferred<O['headers']>;
  readonly body: Inferred<O['body']>;
}

/** What a client has to send as body. */
export type OperationBody<O extends Operation> = Sent<O['body']>;

/** What a successful answer holds. */
export type OperationResult<O extends Operation> = O['success'] extends {
  readonly body: infer B extends z.ZodType;
}
  ? z.output<B>
  : undefined;
