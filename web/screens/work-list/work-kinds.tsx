import { t } from '../../messages/texts.js';
import { workKinds, type WorkKind } from './work-order.js';

const names: Record<WorkKind, string> = {
  alles: t.workList.all,
  niemand: t.workList.unfilled,
  nieuw: t.workList.review,
  goed: t.workList.agreed,
};

/** The address of the list with one kind of work, and perhaps one request open. */
export function workPath(kind: WorkKind, id?: string): string {
  const path = id === undefined ? '/werklijst' : `/werklijst/${id}`;
  return kind === 'alles' ? path : `${path}?soort=${kind}`;
}

export function WorkKinds({ current, count }: { current: WorkKind; count: (kind: WorkKind) => number }) {
  return (
    <nav class="zb-queue zb-sticky" aria-label={t.workList.kinds}>
      <ul>
        {workKinds.map((kind) => (
          <li key={kind}>
            <a href={workPath(kind)} aria-current={kind === current ? 'page' : undefined}>
              {names[kind]}{' '}
              <span class={kind === 'niemand' && count(kind) > 0 ? 'zb-count zb-count--hot' : 'zb-count'}>
                {count(kind)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
