import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { shortMomentText } from '../../time/time-texts.js';

interface WelcomeProps {
  readonly item: WorkItem;
  readonly now: number;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** A new neighbour to greet. */
export function WelcomeDetail({ item, now, onDone, children }: WelcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const w = nlOrganisers.workList.welcome;
  return (
    <section class="zb-card zb-card--tight zb-flow zb-sticky" aria-labelledby="detail">
      <div class="zb-flow zb-flow--xs">
        <p>
          <Badge kind="active">{w.badge}</Badge>
        </p>
        <h2 class="utrecht-heading-2" id="detail" tabIndex={-1} ref={heading}>
          {w.title}
        </h2>
        <p class="zb-soft">
          {nlOrganisers.workList.byWho(item.givenName, item.neighbourhoodName)}.{' '}
          {w.since(shortMomentText(Date.parse(item.since), now))}
        </p>
      </div>
      <p>{w.text(item.givenName)}</p>
      <ol class="zb-flow zb-flow--2xs">
        {w.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="zb-row">
        <ActionButton sizes={['dense']} onPress={onDone}>
          {w.done}
        </ActionButton>
      </div>
      {children}
    </section>
  );
}
