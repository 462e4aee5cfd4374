/** A room whose tests notice fewer of its mutants than this, in percent, fails. */
export const fewestNoticed = 80;

const noticed = ['Killed', 'Timeout'];
const counted = [...noticed, 'Survived', 'NoCoverage'];
const head = '| mutants | noticed | survived | not reached | score |\n| --- | --- | --- | --- | --- | --- |';

/** How many mutants each room has and how many were noticed, over its files that have a report. */
export function figuresOf(found) {
  const rooms = [...new Set(found.map(({ file }) => roomOf(file)))];
  return rooms.flatMap((room) => {
    const mutants = found.flatMap(({ file, report }) => (roomOf(file) === room ? (report?.mutants ?? []) : []));
    return mutants.length === 0 ? [] : [{ room, ...tally(mutants) }];
  });
}

/** `libs/domain/matching` */
function roomOf(file) {
  return file.split('/').slice(0, 3).join('/');
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
export function documentOf(rooms, found) {
  const files = found
    .flatMap(({ file, report }) => (report ? [{ file, ...tally(report.mutants) }] : []))
    .filter(({ all }) => all > 0)
    .toSorted((a, b) => a.score - b.score);
  const without = found.filter(({ report }) => !report).map(({ file }) => `\`${file.replace('libs/domain/', '')}\``);
  return `# Mutation tests of the rules

This page is written by \`npm run mutation\`; change nothing by hand. Each mutant is one small change to a rule: a
condition turned round, a bound moved, a call left out. A mutant is noticed when a test of the same room fails or no longer
ends because of it. A room fails below ${fewestNoticed}%. The words of sentences are not mutated: a test could only repeat them.

| room ${head}
${rooms.map(({ room, ...row }) => rowOf(room, row)).join('\n')}

## File by file

Many mutants that survive change nothing that can be seen: a saving of work, a bound that is never met, a default that is
always given. \`.tmp/mutation/libs/domain/...html\` shows each of them.

| file ${head}
${files.map(({ file, ...row }) => rowOf(file.replace('libs/domain/', ''), row)).join('\n')}
${without.length === 0 ? '' : `\nWithout a report of the file as it is now: ${without.join(', ')}.\n`}`;
}

function rowOf(name, { all, noticed: seen, survived, unreached, score }) {
  return `| \`${name}\` | ${all} | ${seen} | ${survived} | ${unreached} | ${score.toFixed(1)}% |`;
}
