import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { problemSchema, problemStatus, type ProblemCode } from '@app/contracts/errors/problem.js';
import { operations } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';

/** Version of the interface, also sent as API-Version with every answer. */
export const apiVersion = '1.0.0';

const always: readonly ProblemCode[] = ['internal-error', 'store-unavailable'];

function problemsOf(operation: Operation): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>([...operation.problems, ...always, 'too-many-requests']);
  if (operation.body || operation.query || operation.headers || operation.params) codes.add('invalid-input');
  if (operation.body)
    for (const code of ['invalid-json', 'too-large', 'unsupported-media-type'] as const) codes.add(code);
  if (operation.params) codes.add('not-found');
  if (operation.access !== 'public') codes.add('not-signed-in');
  if (operation.access === 'organiser' || operation.access === 'monitor') codes.add('not-allowed');
  if (operation.method !== 'get') codes.add('foreign-origin');
  return [...codes];
}

function problemResponses(operation: Operation) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation))
    byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        headers: versionHeader,
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

const versionHeader = {
  'API-Version': { description: 'Version of the interface', schema: { type: 'string' as const } },
};

function describe(operation: Operation): ZodOpenApiOperationObject {
  const extra = Object.fromEntries(
    Object.entries(operation.success.headers ?? {}).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' as const } },
    ]),
  );
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.access === 'public' ? { security: [{}, { session: [] }] } : { security: [{ session: [] }] }),
    requestParams: {
      ...(operation.params ? { path: operation.params } : {}),
      ...(operation.query ? { query: operation.query as never } : {}),
      ...(operation.headers ? { header: operation.headers } : {}),
    },
    ...(operation.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }
      : {}),
    responses: {
      [String(operation.success.status)]: {
        description: operation.success.description,
        headers: { ...versionHeader, ...extra },
        ...(operation.success.body ? { content: { 'application/json': { schema: operation.success.body } } } : {}),
      },
      ...problemResponses(operation),
    },
  };
}

/** The OpenAPI 3.1 document of the whole interface, made from the contracts that also route and validate. */
export function openApiDocument(serverUrl: string) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of Object.values(operations) as Operation[]) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Zorgzame Buurten',
      version: apiVersion,
      description: 'Matches help requests of informal carers with willing neighbours, per neighbourhood association.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Zorgzame Buurten', url: serverUrl },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } } },
  });
}
