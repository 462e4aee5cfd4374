import { ProblemError } from '../errors/problem-error.js';

/** The version an editor saw, from a checked If-Match header. @throws ProblemError if-match-required */
export function expectedVersion(headers: { readonly 'if-match'?: string | undefined }): number {
  const version = headers['if-match'];
  if (version === undefined) throw new ProblemError('if-match-required');
  return Number(version.replaceAll('"', ''));
}
