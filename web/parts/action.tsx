import type { ComponentChildren } from 'preact';

type Kind = 'primary-action' | 'secondary-action' | 'subtle' | 'plain';
type Size = 'big' | 'block' | 'dense';

interface Look {
  readonly kind?: Kind | undefined;
  readonly sizes?: readonly Size[] | undefined;
  readonly children: ComponentChildren;
}

function classOf({ kind = 'primary-action', sizes = [] }: Look): string {
  const look = kind === 'plain' ? '' : ` utrecht-button--${kind}`;
  return `utrecht-button${look}${sizes.map((size) => ` zb-btn--${size}`).join('')}`;
}

/** A link that looks like a button: it goes somewhere, or it calls a number. */
export function ActionLink(props: Look & { id?: string; href: string; download?: string | undefined }) {
  return (
    <a id={props.id} class={classOf(props)} href={props.href} download={props.download}>
      {props.children}
    </a>
  );
}

/** A button that does something. While busy it keeps its place and ignores a second press. */
export function ActionButton(props: Look & { id?: string; onPress?: () => void; busy?: boolean; submit?: boolean }) {
  return (
    <button
      id={props.id}
      class={classOf(props)}
      type={props.submit === true ? 'submit' : 'button'}
      aria-disabled={props.busy === true ? 'true' : undefined}
      onClick={(event) => {
        if (props.busy === true) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.children}
    </button>
  );
}

/** A link inside a sentence. */
export function TextLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="utrecht-link utrecht-link--html-a" href={href}>
      {children}
    </a>
  );
}
