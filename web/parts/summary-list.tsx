import { TextLink } from './action.js';

export interface SummaryRow {
  readonly label: string;
  readonly value: string;
  /** Where this one answer can be changed; left out when it cannot. */
  readonly href?: string;
}

interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly change: string;
  /** What a screen reader says for the link of a row: it must make sense apart from the row. */
  readonly changeWhat: (label: string) => string;
}

/** Answers given before, each with the way to change it. */
export function SummaryList({ rows, change, changeWhat }: SummaryListProps) {
  return (
    <dl class="zb-sum">
      {rows.map(({ label, value, href }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {href === undefined ? null : (
            <dd class="zb-sum__act">
              <TextLink href={href}>
                <span aria-hidden="true">{change}</span>
                <span class="zb-hidden">{changeWhat(label)}</span>
              </TextLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
