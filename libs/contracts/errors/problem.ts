import { z } from 'zod';

/**
 * Every reason the interface gives for not doing what was asked, with its HTTP status.
 * The code is stable and meant for programs; `title` and `detail` are meant for people.
 */
export const problemStatus = {
  'invalid-input': 400,
  'invalid-json': 400,
  'idempotency-key-required': 400,
  'if-match-required': 428,
  'invalid-code': 400,
  'invalid-passkey': 400,
  'unknown-neighbourhood': 400,
  'window-in-past': 400,
  'reason-required': 400,
  'not-signed-in': 401,
  'foreign-origin': 403,
  'not-allowed': 403,
  'passkey-required': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-matched': 409,
  'already-answered': 409,
  'not-open': 409,
  'not-active-any-more': 409,
  'address-required': 409,
  'idempotency-key-reused': 409,
  'too-many-agreements': 409,
  'own-request': 409,
  'trust-too-low': 409,
  'profile-required': 409,
  'barred-now': 409,
  'contact-details-required': 409,
  'address-in-use': 409,
  'still-responsible': 409,
  'neighbourhood-taken': 409,
  'association-not-ready': 409,
  'campaign-not-possible': 409,
  'import-unfinished': 409,
  'import-moved-on': 409,
  'not-publishable': 409,
  gone: 410,
  'stale-version': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'internal-error': 500,
  'store-unavailable': 503,
} as const satisfies Record<string, number>;

/** A stable, machine-readable reason. */
export type ProblemCode = keyof typeof problemStatus;

/** One fault of an input: where it stands (JSON pointer) and what to do about it. */
export const faultSchema = z.object({
  path: z.string().describe('JSON Pointer into the input, for example "/window/until"'),
  message: z.string(),
});
export type Fault = z.infer<typeof faultSchema>;

/** RFC 9457 problem details, with our stable `code` and, for input, every fault at once. */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
    instance: z.string().optional().describe('Identifier of this occurrence, to quote when asking for help'),
    errors: z.array(faultSchema).optional(),
    waitlist: z.boolean().optional().describe('True when a waiting list exists for a filled request'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
