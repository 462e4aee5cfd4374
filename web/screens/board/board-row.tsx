import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { BoardFacts } from '../../parts/board-facts.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import type { Row } from './board-merge.js';

/** One request on the board; once taken it stays in its place and says so. */
export function BoardRow({ row: { entry, gone }, now }: { row: Row; now: number }) {
  const acute = entry.urgency === 'acute';
  const title = t.categories.names[entry.category].title;
  const look = gone ? ' zb-item--gone' : acute ? ' zb-item--acute' : '';
  return (
    <li class={`zb-item${look}`}>
      <span class="zb-item__icon">
        <CategoryIcon category={entry.category} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3" id={`row-${entry.id}`} tabIndex={-1}>
          {title}
        </h3>
        {gone ? (
          <Badge kind="safe">{t.board.gone}</Badge>
        ) : acute ? (
          <Badge kind="danger">{t.request.acute}</Badge>
        ) : null}
      </div>
      <BoardFacts entry={entry} now={now} />
      {gone ? null : (
        <div class="zb-item__act">
          <ActionLink
            kind={acute ? 'primary-action' : 'secondary-action'}
            sizes={['block']}
            href={`/hulpvragen/${entry.id}`}
          >
            {t.board.help}
            <span class="zb-hidden">
              : {title}, {entry.cell.name}
            </span>
          </ActionLink>
        </div>
      )}
    </li>
  );
}
