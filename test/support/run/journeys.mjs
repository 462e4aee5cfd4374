/**
 * The table of what every journey of the browser tests was put through, from the notes that all workers left: one a line,
 * "journey trial times faults".
 */

const columns = [
  ['axe', 'axe scans'],
  ['narrow', 'at 320 and 640'],
  ['enlarged', 'letters of 200%'],
  ['keys', 'by keyboard alone'],
];

/** @param {string} notes */
export function journeyTable(notes) {
  const journeys = new Map();
  let faults = 0;
  for (const line of notes.trim().split('\n')) {
    const [journey, trial, times, found] = line.split(' ');
    const row = journeys.get(journey) ?? {};
    journeys.set(journey, { ...row, [trial]: (row[trial] ?? 0) + Number(times) });
    faults += Number(found);
  }
  const rows = [...journeys].toSorted(([one], [other]) => one.localeCompare(other));
  const sum = Object.fromEntries(
    columns.map(([trial]) => [trial, rows.reduce((all, [, row]) => all + (row[trial] ?? 0), 0)]),
  );
  const line = (first, cells) =>
    `| ${[first.padEnd(24), ...cells.map((cell) => String(cell).padStart(17))].join(' | ')} |`;
  const cells = (row) => columns.map(([trial]) => row[trial] ?? '');
  return [
    line(
      'journey',
      columns.map(([, title]) => title),
    ),
    `| ${'-'.repeat(24)} | ${columns.map(() => `${'-'.repeat(16)}:`).join(' | ')} |`,
    ...rows.map(([journey, row]) => line(journey, cells(row))),
    line('together', cells(sum)),
    `${faults} faults`,
  ].join('\n');
}
