import { t } from '../messages/texts.js';
import { Icon } from './icon.js';
import { urgent } from './icons.js';

/** Neighbours are not an emergency service; this says who is. */
export function DangerNote() {
  return (
    <p class="zb-help112">
      <Icon drawing={urgent} />
      <span>
        {t.frame.danger} <strong>{t.frame.call112}</strong> {t.frame.medical}
      </span>
    </p>
  );
}
