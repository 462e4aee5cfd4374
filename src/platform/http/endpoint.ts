import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '@app/contracts/http/operation.js';
import type { Actor, PersonActor } from '../identity/actor.js';
import { ACCESS } from '../identity/access.guard.js';
import { ProblemError } from '../errors/problem-error.js';
import { OperationInputPipe } from './operation-input.pipe.js';

/** Metadata key of the operation a route serves. */
export const OPERATION = 'zb:operation';

const methods = { get: Get, put: Put, post: Post, delete: Delete };

/** Serves one operation of the contract: its method, path, status and access rule all come from there. */
export function Endpoint(operation: Operation): MethodDecorator {
  const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    methods[operation.method](path),
    HttpCode(operation.success.status),
    SetMetadata(OPERATION, operation),
    SetMetadata(ACCESS, operation.access),
  );
}

/** Everything a caller sent, checked against the operation before the controller sees it. */
export function Input(operation: Operation): ParameterDecorator {
  return rawInput(undefined, new OperationInputPipe(operation));
}

const rawInput = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { params: request.params, query: request.query, headers: request.headers, body: request.body };
});

/** Whoever calls, guest or person. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<FastifyRequest & { user: Actor }>().user,
);

/** The signed-in person; only for operations that require one. */
export const CurrentPerson = createParamDecorator((_data: unknown, context: ExecutionContext): PersonActor => {
  const { user } = context.switchToHttp().getRequest<FastifyRequest & { user: Actor }>();
  if (user.kind !== 'person') throw new ProblemError('not-signed-in');
  return user;
});

/** Sets a header of the answer. */
export type SetHeader = (name: string, value: string) => void;

/**
 * Lets a controller set a header of the contract. Not the reply itself: that can be awaited, and Nest awaits
 * what a parameter decorator gives, so it would wait for the answer before making it.
 */
export const AnswerHeader = createParamDecorator((_data: unknown, context: ExecutionContext): SetHeader => {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return (name, value) => void reply.header(name, value);
});
