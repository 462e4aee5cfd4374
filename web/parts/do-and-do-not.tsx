import type { Category } from '@app/contracts/http/vocabulary.js';
import { t } from '../messages/texts.js';
import { Icon } from './icon.js';
import { check, x } from './icons.js';

function Ticks(props: { look: 'do' | 'not'; title: string; drawing: string; lines: readonly string[] }) {
  return (
    <section class="zb-flow zb-flow--xs">
      <h2 class="utrecht-heading-2">{props.title}</h2>
      <ul class={`zb-ticks zb-ticks--${props.look}`}>
        {props.lines.map((line) => (
          <li key={line}>
            <Icon drawing={props.drawing} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DoAndDoNotProps {
  readonly category: Category;
  /** Headings, which say to the reader who does it. */
  readonly does: string;
  readonly doesNot: string;
}

/** What belongs to the help and what never does. */
export function DoAndDoNot({ category, does, doesNot }: DoAndDoNotProps) {
  return (
    <div class="zb-cols zb-cols--2">
      <Ticks look="do" title={does} drawing={check} lines={t.categories.names[category].does} />
      <Ticks look="not" title={doesNot} drawing={x} lines={t.categories.doesNot} />
    </div>
  );
}
