import type { FastifyRequest } from 'fastify';
import type { Problem } from '@app/contracts/errors/problem.js';

/** Routes a person opens in a browser, with how an error looks there. Filled when a page route is declared. */
export const problemPages = new Map<string, (problem: Problem, request: FastifyRequest) => string>();
