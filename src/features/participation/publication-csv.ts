import type { PublicationDocument } from '@app/contracts/http/publications.js';

/** Every value on a line of its own, for programs; a count that is held back is empty. */
export function publicationCsv({ municipality, quarter, version, tables }: PublicationDocument): string {
  const lines = tables.flatMap(({ code, columns, rows }) =>
    rows.flatMap((row) =>
      columns.map((column, index) => [
        municipality.code,
        quarter,
        version,
        code,
        row.code,
        row.name,
        column.code,
        column.name,
        row.values[index] ?? '',
      ]),
    ),
  );
  const head = 'gemeente,kwartaal,versie,tabel,rij,rijnaam,kolom,kolomnaam,aantal'.split(',');
  // CRLF, as RFC 4180 has it.
  return [head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n') + '\r\n';
}

function csvField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
