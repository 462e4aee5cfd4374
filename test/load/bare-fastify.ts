/**
 * Fastify without a line of ours: answers each of the given calls with the very bytes and headers that the
 * application gave. Started as a process of its own, with the path of a file that holds the answers.
 */
import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';

/** One call and its answer. */
export interface RecordedAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Base64. */
  readonly body: string;
}

const file = process.argv[2];
if (file === undefined) throw new Error('Give the file with the answers');
const server = fastify({ logger: false });
for (const answer of JSON.parse(readFileSync(file, 'utf8')) as RecordedAnswer[]) {
  const body = Buffer.from(answer.body, 'base64');
  server.route({
    method: answer.method,
    url: answer.path,
    handler: (_request, reply) => reply.status(answer.status).headers(answer.headers).send(body),
  });
}
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`listening ${server.listeningOrigin}\n`);
process.once('SIGTERM', () => void server.close());
