export interface TimelineStep {
  readonly key: string;
  readonly head: string;
  readonly text: string;
  readonly state: 'done' | 'now' | 'later';
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
          <b>{head}</b>
          {text === '' ? null : <span class={state === 'now' ? undefined : 'zb-soft'}>{text}</span>}
        </li>
      ))}
    </ol>
  );
}
