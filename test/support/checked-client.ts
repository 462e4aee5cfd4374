import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { problemSchema, type Problem } from '@app/contracts/errors/problem.js';
import { operations, type OperationId, type Operations } from '@app/contracts/http/index.js';
import type { Operation, OperationBody, OperationResult } from '@app/contracts/http/operation.js';
import { apiVersion, openApiDocument } from '@app/platform/openapi/openapi-document.js';

/** An answer that fits its description in the OpenAPI document; anything else was thrown already. */
export interface CheckedAnswer<Result = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body of a success. @throws when it was a refusal */
  result(): Result;
  /** The body of a refusal. @throws when it was a success */
  problem(): Problem;
}

export interface Call<Body> {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

/** A call as a stranger might make it: the body is sent as it is. */
export interface RawCall {
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

type BodyOf<K extends OperationId> = OperationBody<Operations[K]>;

const document = openApiDocument('http://zorgzamebuurten.invalid');
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi.json');
const validators = new Map<string, ValidateFunction>();

/** Calls the application, and fails on any answer that the OpenAPI document does not describe. */
export class CheckedClient {
  constructor(private readonly origin: string) {}

  /** Calls one operation by its id, typed by its contract. */
  async call<K extends OperationId>(
    operationId: K,
    { id, query, cookie, headers, body }: Call<BodyOf<K>> = {},
  ): Promise<CheckedAnswer<OperationResult<Operations[K]>>> {
    const operation: Operation = operations[operationId];
    const path = id === undefined ? operation.path : operation.path.replace('{id}', encodeURIComponent(id));
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    const answer = await this.raw(operation.method.toUpperCase(), `${path}${search}`, {
      cookie,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer as CheckedAnswer<OperationResult<Operations[K]>>;
  }

  /** Calls any path in any way; an answer of the interface is checked all the same. */
  async raw(method: string, path: string, { cookie, headers, body }: RawCall = {}): Promise<CheckedAnswer> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const { status } = response;
    const text = await response.text();
    const fault = faultOf(method, path, response, text);
    if (fault) throw new Error(`${method} ${path} answered ${status}, ${fault}:\n${text.slice(0, 2_000)}`);
    const parsed = (wanted: boolean): unknown => {
      if (response.ok !== wanted) throw new Error(`${method} ${path} answered ${status}:\n${text.slice(0, 2_000)}`);
      return text === '' ? undefined : JSON.parse(text);
    };
    return {
      status,
      headers: response.headers,
      text,
      result: () => parsed(true),
      problem: () => problemSchema.parse(parsed(false)),
    };
  }
}

/** What is wrong with an answer; undefined when nothing is. */
function faultOf(method: string, path: string, response: Response, text: string): string | undefined {
  if (response.headers.get('api-version') !== apiVersion) return 'without API-Version';
  if (!path.startsWith('/v1/')) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok && !type.startsWith('application/problem+json')) return `a refusal as "${type}"`;
  const operation = operationFor(method, path.split('?')[0] ?? '');
  if (!operation) return response.ok ? undefined : schemaFault(undefined, text);
  const described = document.paths?.[operation.path]?.[operation.method]?.responses?.[String(response.status)];
  if (!described) return 'a status that its description lacks';
  if (!('content' in described)) return text === '' ? undefined : 'a body where none is described';
  const media = response.ok ? 'application/json' : 'application/problem+json';
  if (!type.startsWith(media)) return `content of type "${type}"`;
  const fault = schemaFault({ operation, status: response.status, media }, text);
  if (fault || response.ok) return fault;
  const { code } = JSON.parse(text) as Problem;
  const codes = (described as { description?: string }).description?.split(', ') ?? [];
  return codes.includes(code) ? undefined : `code "${code}", which its description lacks`;
}

interface Place {
  readonly operation: Operation;
  readonly status: number;
  readonly media: string;
}

function schemaFault(place: Place | undefined, text: string): string | undefined {
  const pointer = place
    ? `/paths/${escaped(place.operation.path)}/${place.operation.method}/responses/${place.status}/content/${escaped(place.media)}/schema`
    : '/components/schemas/Problem';
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi.json#${pointer}` });
  validators.set(pointer, validate);
  return validate(JSON.parse(text)) ? undefined : `not by its schema: ${ajv.errorsText(validate.errors)}`;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
}

function operationFor(method: string, path: string): Operation | undefined {
  const all: readonly Operation[] = Object.values(operations);
  const fitting = all.filter(
    (operation) =>
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return fitting.find((operation) => operation.path === path) ?? fitting[0];
}
