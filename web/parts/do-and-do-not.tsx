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

/** What belongs to the help and what never does. */
export function DoAndDoNot({ category }: { category: Category }) {
  return (
    <div class="zb-cols zb-cols--2">
      <Ticks look="do" title={t.agreements.does} drawing={check} lines={t.categories.names[category].does} />
      <Ticks look="not" title={t.agreements.doesNot} drawing={x} lines={t.categories.doesNot} />
    </div>
  );
}
