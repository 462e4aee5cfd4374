import type { ComponentChildren } from 'preact';
import type { Participation } from '@app/contracts/http/participation.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';

/** A number in a table; what is not shown says so. */
export function Shown({ value, text = String }: { value: number | null; text?: (value: number) => string }) {
  if (value === null) return <span class="zb-hid">{nlOrganisers.monitor.hidden}</span>;
  return <>{text(value)}</>;
}

/** A part of the page with its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="zb-card zb-flow" aria-labelledby={id}>
      <h2 class="utrecht-heading-2" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What each of these figures counts, folded away beside them. */
export function Meanings({ view, measures }: { view: Participation; measures: readonly string[] }) {
  const known = view.definitions.filter(({ measure }) => measures.includes(measure));
  return (
    <details>
      <summary>{nlOrganisers.monitor.means}</summary>
      <dl class="zb-flow zb-flow--xs">
        {known.map(({ measure, name, definition }) => (
          <div key={measure}>
            <dt>
              <strong>{name}</strong>
            </dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly isTotal?: boolean;
    readonly cells: readonly ComponentChildren[];
  }[];
}

/** The same numbers as the chart beside it. The first column names the row. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached with the keyboard.
    <div class="zb-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table">
        <caption class="zb-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={index === 0 ? undefined : 'r'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, isTotal = false, cells }) => (
            <tr key={name} class={isTotal ? 't' : undefined}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} class="r">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
