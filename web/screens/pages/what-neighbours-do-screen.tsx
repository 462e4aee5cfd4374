import { t } from '../../messages/texts.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { DangerNote } from '../../parts/danger-note.js';
import { Icon } from '../../parts/icon.js';
import { check, x } from '../../parts/icons.js';
import { usePage } from '../../parts/use-page.js';
import { CallCard } from './call-card.js';

interface TicksProps {
  readonly look: 'do' | 'not';
  readonly heading: string;
  readonly lines: readonly string[];
}

function Ticks({ look, heading, lines }: TicksProps) {
  return (
    <section class="zb-flow zb-flow--xs" aria-label={heading}>
      <h2 class="utrecht-heading-2">{heading}</h2>
      <ul class={`zb-ticks zb-ticks--${look}`}>
        {lines.map((line) => (
          <li key={line}>
            <Icon drawing={look === 'do' ? check : x} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What may be asked of neighbours and what never is theirs to do. */
export default function WhatNeighboursDoScreen() {
  const { title, lead, kindsHeading, neverHeading, instead, unsure } = t.openness.doing;
  usePage(title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{title}</h1>
        <p>{lead}</p>
      </div>
      <div class="zb-cols zb-cols--2">
        <Ticks
          look="do"
          heading={kindsHeading}
          lines={categoryCodes.filter((code) => code !== 'other').map((code) => t.categories.names[code].title)}
        />
        <Ticks look="not" heading={neverHeading} lines={t.categories.doesNot} />
      </div>
      <p class="zb-measure">{unsure}</p>
      <CallCard question={instead} />
      <DangerNote />
    </div>
  );
}
