import { t } from '../../messages/texts.js';
import { heaps, workPath, type Heap } from './work-items.js';

const names: Record<Heap, string> = {
  alles: t.workList.all,
  mijn: t.workList.own,
  niemand: t.workList.kindNames.unfilled,
  nieuw: t.workList.kindNames.review,
  loket: t.workList.kindNames.question,
  meldingen: t.workList.kindNames.report,
  'eerste-keer': t.workList.kindNames['first-match'],
  buren: t.workList.kindNames.welcome,
  goed: t.workList.kindNames.running,
};

export function WorkKinds({ current, count }: { current: Heap; count: (heap: Heap) => number }) {
  return (
    <nav class="zb-queue zb-sticky" aria-label={t.workList.kinds}>
      <ul>
        {heaps.map((heap) => (
          <li key={heap}>
            <a href={workPath(heap)} aria-current={heap === current ? 'page' : undefined}>
              {names[heap]}{' '}
              <span class={heap === 'niemand' && count(heap) > 0 ? 'zb-count zb-count--hot' : 'zb-count'}>
                {count(heap)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
