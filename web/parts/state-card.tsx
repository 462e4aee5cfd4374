import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';

/** Nothing to show, and what a person can do now. */
export function StateCard(props: { drawing: string; title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="zb-card zb-state">
      <Icon drawing={props.drawing} />
      <h2 class="utrecht-heading-3">{props.title}</h2>
      <p>{props.text}</p>
      {props.children === undefined ? null : <div class="zb-row zb-state__act">{props.children}</div>}
    </section>
  );
}
