import { signal } from '@preact/signals';
import { t } from '../messages/texts.js';

/** A screen that is there sooner says nothing: words that only flash by are no help. */
const patienceMs = 400;

const isLate = signal(false);
let waiting: ReturnType<typeof setTimeout> | undefined;

/** The files of another screen are asked for. */
export function screenComes(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => (isLate.value = true), patienceMs);
}

export function screenIsThere(): void {
  clearTimeout(waiting);
  isLate.value = false;
}

/** On a slow line says that what was pressed is on its way, over the screen that is still there. */
export function Coming() {
  return (
    <div class="zb-coming" role="status">
      {isLate.value ? <p>{t.frame.loading}</p> : null}
    </div>
  );
}
