import { t } from '../messages/texts.js';

export interface TimelineStep {
  readonly key: string;
  readonly head: string;
  readonly text: string;
  readonly state: 'done' | 'now' | 'later';
}

/** What the colour of a step says, for who does not see it. */
function DoneForEars() {
  return <span class="zb-hidden">{t.request.timeline.done}: </span>;
}

/** What happened and what comes next, with a time at each step. */
export function Timeline({ steps, small = false }: { steps: readonly TimelineStep[]; small?: boolean }) {
  return (
    <ol class={small ? 'zb-time zb-small' : 'zb-time'}>
      {steps.map(({ key, head, text, state }) => (
        <li
          key={key}
          class={state === 'later' ? undefined : `is-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <b>
            {state === 'done' && text !== t.request.timeline.done ? <DoneForEars /> : null}
            {head}
          </b>
          {text === '' ? null : <span class={state === 'now' ? undefined : 'zb-soft'}>{text}</span>}
        </li>
      ))}
    </ol>
  );
}
