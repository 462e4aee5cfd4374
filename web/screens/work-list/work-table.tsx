/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- shown as cards on
   a narrow screen, the table would lose its own roles */
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { Icon } from '../../parts/icon.js';
import { alertTriangle } from '../../parts/icons.js';
import { dueTexts, kindOf, nameOf, workStatus, type WorkKind } from './work-order.js';
import { workPath } from './work-kinds.js';

interface RowProps {
  readonly request: HelpRequestView;
  readonly open: boolean;
  readonly kind: WorkKind;
  readonly now: number;
}

function Act({ request, open, kind }: RowProps) {
  const title = t.categories.names[request.category].title;
  // The number itself is behind a reason, with the request.
  const calls = kindOf(request) === 'niemand' && request.escalation.level > 0;
  return (
    <ActionLink kind={open ? 'primary-action' : 'secondary-action'} sizes={['dense']} href={workPath(kind, request.id)}>
      {calls ? t.workList.call : t.workList.show}
      <span class="zb-hidden">: {title}</span>
    </ActionLink>
  );
}

function WorkRow(props: RowProps) {
  const { request, open, kind, now } = props;
  const due = dueTexts(request, now);
  const status = workStatus(request);
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
          href={workPath(kind, request.id)}
          aria-current={open ? 'true' : undefined}
        >
          {t.categories.names[request.category].title}
        </a>
        <br />
        <span class="zb-soft">{t.workList.byWho(nameOf(request), request.neighbourhoodName)}</span>
      </td>
      <td role="cell" class="c-stat">
        <Badge kind={status.badge}>{status.text}</Badge>
      </td>
      <td role="cell" class="c-own">
        <small>{t.workList.ownerShort}</small>
        {request.owner.person.givenName}
      </td>
      <td role="cell" class="c-act">
        <Act {...props} />
      </td>
    </tr>
  );
}

interface WorkTableProps {
  readonly rows: readonly HelpRequestView[];
  readonly openId: string | undefined;
  readonly kind: WorkKind;
  readonly now: number;
}

/** A table that becomes cards on a narrow screen; the roles keep it a table for screen readers. */
export function WorkTable({ rows, openId, kind, now }: WorkTableProps) {
  const c = t.workList.columns;
  return (
    <section class="zb-work" aria-labelledby="work">
      <h2 class="zb-hidden" id="work">
        {t.workList.heading}
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
          {rows.map((request) => (
            <WorkRow key={request.id} request={request} open={request.id === openId} kind={kind} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
