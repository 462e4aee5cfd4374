import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import { circleCheck, clockHour, infoCircle } from './icons.js';

interface StatusPanelProps {
  readonly mood: 'wait' | 'ok' | 'quiet';
  readonly head: string;
  /** Where more than one panel stands on a page. */
  readonly id?: string;
  readonly children?: ComponentChildren;
}

const drawings = { wait: clockHour, ok: circleCheck, quiet: infoCircle };

/** How it stands, in one line with a picture and a colour. */
export function StatusPanel({ mood, head, id = 'status', children }: StatusPanelProps) {
  return (
    <section class={`zb-status zb-status--${mood} zb-flow zb-flow--s`} aria-labelledby={id}>
      <div class="zb-status__head" role="status">
        <Icon drawing={drawings[mood]} />
        <h2 class="zb-status__title" id={id}>
          {head}
        </h2>
      </div>
      {children}
    </section>
  );
}
