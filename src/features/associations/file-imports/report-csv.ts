import type { ImportProblem } from './file-import.store.js';

/** What is wrong in a file, as CSV for a spreadsheet: Dutch ones separate by semicolon and know UTF-8 by its mark. */
export function reportCsv(faults: readonly ImportProblem[]): string {
  const rows = faults.map(({ line, place, problem }) => [line === null ? '' : String(line), place ?? '', problem]);
  return `\uFEFF${[['regel', 'kolom', 'probleem'], ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A spreadsheet runs what begins like a formula; a mark before it makes it text. */
function cell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
