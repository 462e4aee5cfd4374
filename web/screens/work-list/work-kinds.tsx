import { nlOrganisers } from '../../messages/nl-organisers.js';
import { heaps, workPath, type Heap } from './work-items.js';

const names: Record<Heap, string> = {
  alles: nlOrganisers.workList.all,
  mijn: nlOrganisers.workList.own,
  niemand: nlOrganisers.workList.kindNames.unfilled,
  nieuw: nlOrganisers.workList.kindNames.review,
  loket: nlOrganisers.workList.kindNames.question,
  meldingen: nlOrganisers.workList.kindNames.report,
  'eerste-keer': nlOrganisers.workList.kindNames['first-match'],
  buren: nlOrganisers.workList.kindNames.welcome,
  goed: nlOrganisers.workList.kindNames.running,
};

export function WorkKinds({ current, count }: { current: Heap; count: (heap: Heap) => number }) {
  return (
    <nav class="zb-queue zb-sticky" aria-label={nlOrganisers.workList.kinds}>
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
