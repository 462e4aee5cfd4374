import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '../observability/logger.js';
import { problemPages } from './problem-pages.js';
import { tellWhatToDo } from './tell-what-to-do.js';
import { toProblem } from './to-problem.js';

/** Writes any error as application/problem+json, or as a page where a person is looking at one. */
function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const problem = tellWhatToDo(toProblem(error), request);
  if (problem.status >= 500) {
    logger.error(
      { requestId: request.id, route: request.routeOptions?.url, code: problem.code, err: error },
      'request failed',
    );
  }
  if (problem.details.retryAfterSeconds !== undefined)
    void reply.header('Retry-After', String(problem.details.retryAfterSeconds));
  const body = problem.toBody(request.id);
  const page = problemPages.get(request.routeOptions?.url ?? '');
  if (page) {
    void reply.status(problem.status).type('text/html; charset=utf-8').send(page(body, request));
    return;
  }
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}
