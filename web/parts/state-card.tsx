import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';

interface StateCardProps {
  readonly drawing: string;
  readonly title: string;
  readonly text: string;
  /** True when the card is all there is on the page, so that its title is the page's. */
  readonly asPage?: boolean;
  readonly children?: ComponentChildren;
}

/** Nothing to show, and what a person can do now. */
export function StateCard(props: StateCardProps) {
  const Heading = props.asPage ? 'h1' : 'h2';
  return (
    <section class="zb-card zb-state">
      <Icon drawing={props.drawing} />
      <Heading class="utrecht-heading-3">{props.title}</Heading>
      <p>{props.text}</p>
      {props.children === undefined ? null : <div class="zb-row zb-state__act">{props.children}</div>}
    </section>
  );
}
