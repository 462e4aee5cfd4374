import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { TooLate } from '../../parts/too-late.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useHints } from '../../realtime/use-hints.js';
import { toldNews } from '../../session/told-news.js';
import { forgetWritten, writtenUnder } from '../../session/written-words.js';
import { LiftSanction } from './lift-sanction.js';
import { LookAgain } from './look-again.js';
import { untilText } from './sanction-texts.js';

const texts = t.reports.list;

interface CardProps {
  readonly sanction: SanctionView;
  readonly opened: boolean;
  readonly onWriting: () => void;
  readonly onDone: (how: 'decided' | 'too-late') => void;
}

function Appealed({ sanction, onWriting, onDone }: CardProps) {
  const name = sanction.givenName ?? texts.someone;
  return (
    <>
      <p>
        <strong>{texts.appealOf(name)}</strong>
      </p>
      <blockquote class="zb-quote zb-prose">{sanction.appeal?.text}</blockquote>
      {sanction.mayDecideAppeal ? (
        <LookAgain sanction={sanction} onWriting={onWriting} onDone={onDone} />
      ) : (
        <p>{texts.looksAgain}</p>
      )}
    </>
  );
}

function SanctionCard(props: CardProps) {
  const { sanction, opened } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
  }, []);
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <h3 class="utrecht-heading-3" tabIndex={-1} ref={heading}>
        {sanction.givenName ?? texts.someone}: {t.reports.outcomes[sanction.kind]}
      </h3>
      <p class="zb-small zb-soft">{untilText(sanction)}</p>
      <p class="zb-prose">{sanction.explanation}</p>
      {sanction.mayLift ? <LiftSanction {...props} /> : null}
      {sanction.appeal?.status === 'open' ? <Appealed {...props} /> : null}
    </li>
  );
}

/** Something is still to be decided here by whoever reads. */
function waits({ mayLift, appeal, mayDecideAppeal }: SanctionView): boolean {
  return mayLift || (appeal?.status === 'open' && mayDecideAppeal);
}

/** What still holds, and what waits for a second look. */
export function AppealList() {
  const { query, route } = useLocation();
  const linked = query['maatregel'];
  const { data, failure, reload } = useLoaded('sanctions', () =>
    call('listSanctions', { query: { role: 'organiser' } }),
  );
  useHints('work.changed', reload, reload);
  const [busyWith, setBusyWith] = useState(linked);
  const finish = (how: 'decided' | 'too-late'): void => {
    reload();
    if (how === 'too-late') return;
    setBusyWith(undefined);
    if (linked === undefined) return;
    toldNews.value = texts.decided;
    route('/werklijst');
  };
  const close = (): void => {
    if (busyWith !== undefined) forgetWritten(busyWith);
    setBusyWith(undefined);
  };
  const isGone =
    busyWith !== undefined && data !== undefined && !data.sanctions.some((one) => one.id === busyWith && waits(one));
  return (
    <section class="zb-flow" aria-labelledby="sanctions">
      <h2 class="utrecht-heading-2" id="sanctions">
        {texts.sanctions}
      </h2>
      {isGone ? <TooLate id={busyWith} words={writtenUnder(busyWith)} onRead={close} /> : null}
      {data === undefined ? failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading /> : null}
      {data?.sanctions.length === 0 ? <p>{texts.sanctionsEmpty}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {(data?.sanctions ?? []).map((sanction) => (
          <SanctionCard
            key={`${sanction.id}-${sanction.version}`}
            sanction={sanction}
            opened={sanction.id === linked}
            onWriting={() => setBusyWith(sanction.id)}
            onDone={finish}
          />
        ))}
      </ul>
    </section>
  );
}
