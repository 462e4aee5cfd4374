import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';

/** A fault of ours: the page offers to start again and names the telephone. */
export function BrokenScreen() {
  usePage(t.pages.broken.title);
  return (
    <div class="zb-wrap zb-flow" role="alert">
      <h1 class="utrecht-heading-1">{t.pages.broken.title}</h1>
      <p>{t.pages.broken.text}</p>
      <div class="zb-row">
        <ActionButton onPress={() => location.reload()}>{t.pages.broken.reload}</ActionButton>
        <ActionLink kind="secondary-action" href="/hulp-per-telefoon">
          {t.frame.footer.phone}
        </ActionLink>
      </div>
    </div>
  );
}
