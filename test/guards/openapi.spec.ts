import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { problemStatus } from '@app/contracts/errors/problem.js';
import { operations } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';
import { openApiDocument } from '@app/platform/openapi/openapi-document.js';

// As clients get it.
const document = JSON.parse(JSON.stringify(openApiDocument('https://zorgzamebuurten.invalid'))) as {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
};

interface DescribedOperation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly responses: Record<string, { headers?: Record<string, object>; content?: Record<string, object> }>;
}

const all: readonly Operation[] = Object.values(operations);
const described = (operation: Operation) => document.paths[operation.path]?.[operation.method];

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toStrictEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('would be found invalid with a fault in it', async () => {
    const faulty = structuredClone(document) as { paths: object; info?: object };
    delete faulty.info;
    expect((await new Validator().validate(faulty)).valid).toBe(false);
  });

  it('describes every operation once, and nothing else', () => {
    const inDocument = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
    );
    const inContracts = Object.entries(operations).map(([id, { method, path }]) => `${id}: ${method} ${path}`);
    expect(inDocument.toSorted()).toStrictEqual(inContracts.toSorted());
    expect(all.map(({ id }) => id)).toStrictEqual(Object.keys(operations));
  });

  it.each(all)('describes each answer of $id', (operation) => {
    const { responses, security } = described(operation)!;
    const statuses = Object.keys(responses).map(Number);
    expect(statuses).toContain(operation.success.status);
    for (const code of operation.problems) expect(statuses).toContain(problemStatus[code]);
    // Whether a session is needed can be read from it.
    const needsSession = (security ?? []).every((way) => Object.keys(way).length > 0);
    expect(needsSession).toBe(operation.access !== 'public');
    for (const [status, { headers, content }] of Object.entries(responses)) {
      expect(headers).toHaveProperty('API-Version');
      if (Number(status) >= 400) expect(Object.keys(content ?? {})).toStrictEqual(['application/problem+json']);
    }
  });

  it.each(all)('keeps to the rules for paths in $id', ({ path }) => {
    expect(path).toMatch(/^\/v1(\/([a-z]+(-[a-z]+)*|\{[a-z][A-Za-z]*\}))+$/);
  });
});
