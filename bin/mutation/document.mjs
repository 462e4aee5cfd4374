/** A room whose tests notice fewer of its mutants than this, in percent, fails. */
export const fewestNoticed = 80;

const noticed = ['Killed', 'Timeout'];
const counted = [...noticed, 'Survived', 'NoCoverage'];

/** What the report of one room says: how many mutants, how many were noticed, and the same for each file. */
export function figuresOf(room, { files }) {
  const perFile = Object.entries(files).map(([path, { mutants }]) => ({ path, ...tally(mutants) }));
  return { room, perFile, ...tally(Object.values(files).flatMap(({ mutants }) => mutants)) };
}

function tally(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const all = count(...counted);
  return {
    all,
    noticed: count(...noticed),
    survived: count('Survived'),
    unreached: count('NoCoverage'),
    score: all === 0 ? 100 : (100 * count(...noticed)) / all,
  };
}

/** The report as a page. */
export function documentOf(figures) {
  const rooms = figures.map(({ room, ...row }) => rowOf(`\`libs/domain/${room}\``, row));
  const files = figures
    .flatMap(({ perFile }) => perFile)
    .filter(({ all, noticed: seen }) => seen < all)
    .toSorted((a, b) => a.score - b.score)
    .map(({ path, ...row }) => rowOf(`\`${path.replace('libs/domain/', '')}\``, row));
  return `# Mutation tests of the rules

This page is written by \`npm run mutation\`; change nothing by hand. Each mutant is one small change to a rule: a
condition turned round, a bound moved, a call left out. A mutant is noticed when a test beside the rule fails or no longer ends
because of it. A room fails below ${fewestNoticed}%. The words of sentences are not mutated: a test could only repeat them.

| room | mutants | noticed | survived | not reached | score |
| --- | --- | --- | --- | --- | --- |
${rooms.join('\n')}

## Files in which something was not noticed

Many of these mutants change nothing that can be seen: a saving of work, a bound that is never met, a default that is always
given. \`.tmp/mutation/<room>.html\` shows each of them.

| file | mutants | noticed | survived | not reached | score |
| --- | --- | --- | --- | --- | --- |
${files.join('\n')}
`;
}

function rowOf(name, { all, noticed: seen, survived, unreached, score }) {
  return `| ${name} | ${all} | ${seen} | ${survived} | ${unreached} | ${score.toFixed(1)}% |`;
}
