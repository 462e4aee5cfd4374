import type { FlagView } from '@app/contracts/http/flags.js';
import { t } from '../../messages/texts.js';
import { Alert } from '../../parts/alert.js';
import { alertTriangle } from '../../parts/icons.js';

/** What in a text is worth a look, for who reviews it. */
export function FlagsNote({ flags }: { flags: readonly FlagView[] | undefined }) {
  if (flags === undefined || flags.length === 0) return null;
  return (
    <Alert kind="warning" drawing={alertTriangle}>
      <p>
        <strong>{t.safety.flags.title}</strong>
      </p>
      <ul class="zb-list-plain">
        {flags.map(({ kind, found }) => (
          <li key={kind}>
            {t.safety.flags.kinds[kind]}
            {found === '' ? null : <>: “{found}”</>}
          </li>
        ))}
      </ul>
      <p class="zb-small">{t.safety.flags.decide}</p>
    </Alert>
  );
}
