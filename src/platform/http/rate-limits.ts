import type { IncomingHttpHeaders } from 'node:http';
import { normalizeIP, type RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { operations } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';
import type { AppConfig } from '../config/app-config.js';
import { isLoopback } from '../config/config.js';
import { ProblemError } from '../errors/problem-error.js';

type Kind = 'sign-in' | 'ask' | 'file' | 'all';

/** Calls a minute from one address. */
const most: Record<Kind, number> = { 'sign-in': 20, ask: 30, file: 60, all: 600 };

/** Whoever may be guessing gets fewer tries; so does who fills a store, or mailboxes, without an account. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ...[
    operations.requestSignInCode,
    operations.renewSignInCode,
    operations.createSession,
    operations.preparePasskeySignIn,
    operations.createPasskeySession,
    operations.postFeedback,
    operations.follow,
  ].map((operation): [string, Kind] => [routeOf(operation), 'sign-in']),
  [routeOf(operations.postHelpRequest), 'ask'],
  // Drawn anew for whoever comes: 70 ms of a processor for the report of a quarter.
  ['GET /cijfers/:file', 'file'],
]);

/**
 * Fastify's `trustProxy`: of the addresses that stand in `X-Forwarded-For`, the last ones were added by that many
 * proxies of our own. Whatever stands before them was written by whoever calls.
 */
export function believes(proxies: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < proxies;
}

/** Limits by address, beside those per person and per request that the database keeps. */
export function rateLimits({ trustProxy }: Pick<AppConfig, 'trustProxy'>): RateLimitPluginOptions {
  return {
    global: true,
    timeWindow: '1 minute',
    max: (request) => most[kindOf(request)],
    // A household has a whole IPv6 network to itself, and is one source all the same.
    keyGenerator: (request) => `${normalizeIP(request.ip, 64)}|${kindOf(request)}`,
    allowList: ({ ip, headers }) => limitedSource(ip, headers, trustProxy) === undefined,
    errorResponseBuilder: (_request, context) =>
      new ProblemError('too-many-requests', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  };
}

/** By the route that was found: the same address can be written in many ways. */
function kindOf({ method, routeOptions }: FastifyRequest): Kind {
  return kinds.get(`${method} ${routeOptions.url ?? ''}`) ?? 'all';
}

function routeOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
}

/**
 * Whom a limit by address counts under: a network. Undefined on this machine, where everyone has the same address; whoever
 * a proxy on it brings along is somewhere else.
 */
export function limitedSource(address: string, headers: IncomingHttpHeaders, trustProxy: number): string | undefined {
  const source = normalizeIP(address, 64);
  const isBrought = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return isLoopback(source) && (trustProxy > 0 || !isBrought) ? undefined : source;
}
