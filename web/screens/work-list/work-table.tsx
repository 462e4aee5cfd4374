/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- shown as cards on
   a narrow screen, the table would lose its own roles */
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { Icon } from '../../parts/icon.js';
import { alertTriangle } from '../../parts/icons.js';
import { callsPath, dueTexts, itemPath, itemStatus, titleOf, whoText, type Heap } from './work-items.js';

interface RowProps {
  readonly item: WorkItem;
  readonly open: boolean;
  readonly heap: Heap;
  readonly now: number;
}

/** Where the row is opened from, and what the keys move between. */
export const rowLinkId = (subjectId: string): string => `werk-${subjectId}`;

function Owner({ item }: { item: WorkItem }) {
  if (item.yours === 'assigned') return <>{nlOrganisers.workList.you}</>;
  return item.assignee === null ? <strong>{nlOrganisers.workList.nobodys}</strong> : <>{item.assignee.givenName}</>;
}

function WorkRow({ item, open, heap, now }: RowProps) {
  const due = dueTexts(item, now);
  const status = itemStatus(item);
  const path = itemPath(item, heap);
  return (
    <tr role="row" class={open ? 'is-open' : undefined}>
      <td role="cell" class="c-due">
        <span class={due.look === 'later' ? 'zb-due' : `zb-due zb-due--${due.look}`}>
          {due.look === 'late' ? <Icon drawing={alertTriangle} /> : null}
          {due.main}
        </span>
        <br />
        <span class="zb-soft zb-nowrap">{due.small}</span>
      </td>
      <td role="cell" class="c-what">
        <a
          class="utrecht-link utrecht-link--html-a"
          id={rowLinkId(item.subjectId)}
          href={path}
          aria-current={open ? 'true' : undefined}
        >
          {titleOf(item)}
        </a>
        <br />
        <span class="zb-soft">{whoText(item)}</span>
      </td>
      <td role="cell" class="c-stat">
        <Badge kind={status.badge}>{status.text}</Badge>
      </td>
      <td role="cell" class="c-own">
        <small>{nlOrganisers.workList.ownerShort}</small>
        <Owner item={item} />
      </td>
      <td role="cell" class="c-act">
        <ActionLink
          kind={open ? 'primary-action' : 'secondary-action'}
          sizes={['dense']}
          href={item.kind === 'unfilled' ? callsPath(item.subjectId) : path}
        >
          {item.kind === 'unfilled' ? nlOrganisers.workList.call : nlOrganisers.workList.show}
          <span class="zb-hidden">: {titleOf(item)}</span>
        </ActionLink>
      </td>
    </tr>
  );
}

interface WorkTableProps {
  readonly rows: readonly WorkItem[];
  readonly openId: string | undefined;
  readonly heap: Heap;
  readonly now: number;
}

/** A table that becomes cards on a narrow screen; the roles keep it a table for screen readers. */
export function WorkTable({ rows, openId, heap, now }: WorkTableProps) {
  const c = nlOrganisers.workList.columns;
  return (
    <section class="zb-work" aria-labelledby="work">
      <h2 class="zb-hidden" id="work">
        {nlOrganisers.workList.heading}
      </h2>
      <table class="utrecht-table utrecht-table--html-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[c.due, c.request, c.status, c.owner].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span class="zb-hidden">{c.act}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((item) => (
            <WorkRow key={item.id} item={item} open={item.subjectId === openId} heap={heap} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
