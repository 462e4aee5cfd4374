import { HttpException } from '@nestjs/common';
import { sqlState } from '../database/unit-of-work.js';
import { ProblemError } from './problem-error.js';

/** SQLSTATE classes that mean "the store is not there now", not "the query is wrong". */
const storeStates = /^(08|53|57P0[123]|25P0[34]|55P03)/;
const storeCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT', 'EHOSTUNREACH']);
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|connect ECONNREFUSED|client has encountered a connection error|connection (is )?closed|not queryable/i;

/** Whether the database could not be reached or let go of us. */
function isStoreUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (storeStates.test(state) || storeCodes.has(state)) return true;
  return (
    error instanceof Error &&
    (lostConnection.test(error.message) || ('errors' in error && isStoreUnavailable((error.errors as unknown[])[0])))
  );
}

/** Whether the caller hung up while its call was still coming in: Node says "aborted", with the code of a lost connection. */
function isHungUp(error: unknown): boolean {
  return (
    error instanceof Error && error.message === 'aborted' && (error as NodeJS.ErrnoException).code === 'ECONNRESET'
  );
}

const fastifyProblems: Record<string, ProblemError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new ProblemError('too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ProblemError('unsupported-media-type'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new ProblemError('invalid-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new ProblemError('invalid-json'),
  FST_ERR_CTP_INVALID_JSON_BODY: new ProblemError('invalid-json'),
  FST_ERR_BAD_URL: new ProblemError('not-found'),
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/** Turns whatever was thrown into a problem of ours; anything unforeseen becomes an internal error without its text. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  // Nobody reads the answer; as a fault of the store it would fill the log whenever somebody wants it to.
  if (isHungUp(error)) return new ProblemError('invalid-json');
  if (isStoreUnavailable(error)) return new ProblemError('store-unavailable', { retryAfterSeconds: 30 });
  const known = fastifyProblems[(error as { code?: string } | null)?.code ?? ''];
  if (known) return known;
  if (error instanceof SyntaxError && statusOf(error) === 400) return new ProblemError('invalid-json');
  const status = statusOf(error);
  if (status === 400) return new ProblemError('invalid-json');
  if (status === 404) return new ProblemError('not-found');
  if (status === 405) return new ProblemError('method-not-allowed');
  if (status === 413) return new ProblemError('too-large');
  if (status === 415) return new ProblemError('unsupported-media-type');
  if (status === 429) return new ProblemError('too-many-requests', { retryAfterSeconds: 60 });
  return new ProblemError('internal-error');
}
