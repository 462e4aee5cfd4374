import { writeFile } from 'node:fs/promises';
import { operations } from '@app/contracts/http/index.js';
import type { Operation } from '@app/contracts/http/operation.js';
import { gate, rightsOnOne, rightsRoles } from '@app/contracts/http/rights.js';

// Writes who may do what, from the contract, into docs/rights.md: npm run rights
const target = 'docs/rights.md';

const rows = (Object.entries(operations) as [keyof typeof operations, Operation][]).map(
  ([id, { method, path, access }]) => {
    const may = rightsOnOne[id] ?? gate[access];
    const marks = rightsRoles.map((role) => (may.includes(role) ? 'yes' : ''));
    return `| \`${method.toUpperCase()} ${path}\` | ${access} | ${marks.join(' | ')} |`;
  },
);
const text = `# Who may do what

Made from the contract by \`npm run rights\`; \`test/medium/rights-matrix.spec.ts\` tries every cell of it over HTTP.
Where a path names one thing, it is that of an asker in the area of association A; whoever may not gets the same answer as
for a thing that is not there. An operation without such a path gives or changes what is of the caller.

| operation | gate | ${rightsRoles.join(' | ')} |
|---|---|${rightsRoles.map(() => '---').join('|')}|
${rows.join('\n')}
`;
await writeFile(target, text);
process.stdout.write(`${target}: ${rows.length} operations, ${rightsRoles.length} roles\n`);
