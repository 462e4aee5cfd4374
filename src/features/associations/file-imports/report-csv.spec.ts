import { describe, expect, it } from '@jest/globals';
import { reportCsv } from './report-csv.js';

const lineOf = (problem: string): string | undefined =>
  reportCsv([{ line: 3, place: 'e-mail', problem }]).split('\r\n')[1];

describe('the report of a file', () => {
  it('has a heading, a mark that it is UTF-8, and a row for each fault', () => {
    const report = reportCsv([
      { line: 7, place: 'e-mail', problem: 'Dit is geen e-mailadres.' },
      { line: null, place: null, problem: 'Het bestand is leeg.' },
    ]);
    expect(report).toBe(
      '\uFEFFregel;kolom;probleem\r\n7;e-mail;Dit is geen e-mailadres.\r\n;;Het bestand is leeg.\r\n',
    );
  });

  it.each(['=HYPERLINK("x")', '+1+1', '-2', '@SUM(A1)', '\t=1', ' =1'])(
    'runs nothing in a spreadsheet: %j',
    (problem) => {
      expect(lineOf(problem)).toMatch(/^3;e-mail;"?'/);
    },
  );

  it('quotes what would end a cell', () => {
    expect(lineOf('een; "twee"')).toBe('3;e-mail;"een; ""twee"""');
  });
});
