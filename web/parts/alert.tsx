import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';

type Kind = 'info' | 'ok' | 'warning' | 'error';

/** A message across the page. With `live` a screen reader hears it when it appears. */
export function Alert(props: { kind: Kind; drawing: string; live?: boolean; children: ComponentChildren }) {
  return (
    <div class={`utrecht-alert utrecht-alert--${props.kind}`} role={props.live === true ? 'status' : undefined}>
      <div class="utrecht-alert__icon utrecht-icon">
        <Icon drawing={props.drawing} />
      </div>
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">{props.children}</div>
      </div>
    </div>
  );
}
