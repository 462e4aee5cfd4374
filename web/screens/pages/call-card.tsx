import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Icon } from '../../parts/icon.js';
import { phone } from '../../parts/icons.js';

/** Where a page to read ends: with a person to call. */
export function CallCard({ question }: { question: string }) {
  return (
    <div class="zb-card zb-card--quiet zb-flow zb-flow--s zb-measure">
      <p>{question}</p>
      <p>
        <ActionLink kind="secondary-action" href="/hulp-per-telefoon">
          <Icon drawing={phone} />
          {t.frame.footer.phone}
        </ActionLink>
      </p>
    </div>
  );
}
