import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import type { Fault } from '@app/contracts/errors/problem.js';
import type { Operation } from '@app/contracts/http/operation.js';
import { ProblemError } from '../errors/problem-error.js';

interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

const parts = ['params', 'query', 'headers', 'body'] as const;

/** Checks all parts of an input and reports all faults at once; unknown fields are left out. */
export class OperationInputPipe implements PipeTransform<RawInput> {
  constructor(private readonly operation: Operation) {}

  transform(raw: RawInput): Record<string, unknown> {
    const faults: Fault[] = [];
    const parsed: Record<string, unknown> = {};
    for (const part of parts) {
      const schema = this.operation[part];
      if (!schema) continue;
      const result = schema.safeParse(raw[part] ?? (part === 'body' ? undefined : {}));
      if (result.success) parsed[part] = result.data;
      else faults.push(...faultsOf(part, result.error));
    }
    if (faults.length > 0) {
      // A path that names nothing of ours is simply not there.
      if (faults.every((fault) => fault.path.startsWith('/params'))) throw new ProblemError('not-found');
      throw new ProblemError('invalid-input', { errors: faults });
    }
    return parsed;
  }
}

function faultsOf(part: (typeof parts)[number], error: z.ZodError): Fault[] {
  const prefix = part === 'body' ? '' : `/${part}`;
  return error.issues.map((issue) => ({
    path: prefix + issue.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message: issue.message,
  }));
}
