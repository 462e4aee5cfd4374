import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { FigureTable, Shown } from './shown.js';

/** The tables as they would be published, each behind its title. */
export function PreviewTables({ publication }: { publication: PublicationDocument }) {
  return (
    <div class="zb-flow zb-flow--xs">
      {publication.tables.map(({ code, title, columns, rows }) => (
        <details key={code}>
          <summary>{title}</summary>
          <FigureTable
            caption={title}
            columns={['', ...rows.map(({ name }) => name)]}
            rows={columns.map(({ code: column, name }, index) => ({
              name,
              cells: rows.map((row) => <Shown key={`${column} ${row.code}`} value={row.values[index] ?? null} />),
            }))}
          />
        </details>
      ))}
    </div>
  );
}
