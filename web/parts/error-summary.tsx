import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../messages/texts.js';

/** One thing to correct, and the control where that is done. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** The message at a field, if it has one. */
export function errorAt(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

function leadTo(event: Event, field: string): void {
  const control = document.getElementById(field);
  if (control === null) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: 'center' });
}

/** All faults at once, on top, with the way to each. Takes the focus every time a new list of faults comes. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  // Before anybody sees it: a key pressed at once goes on from here.
  useLayoutEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="zb-errors" role="alert" tabIndex={-1} aria-labelledby="error-summary" ref={box}>
      <h2 class="utrecht-heading-2" id="error-summary">
        {t.frame.errorSummary}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a class="utrecht-link utrecht-link--html-a" href={`#${field}`} onClick={(event) => leadTo(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
