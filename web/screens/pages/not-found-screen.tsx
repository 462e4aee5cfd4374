import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';

/** An address that leads nowhere, and the way on. */
export default function NotFoundScreen() {
  usePage(t.pages.notFound.title);
  return (
    <div class="zb-wrap zb-flow">
      <h1 class="utrecht-heading-1">{t.pages.notFound.title}</h1>
      <p>{t.pages.notFound.text}</p>
      <div class="zb-row">
        <ActionLink href="/">{t.frame.toStart}</ActionLink>
        <ActionLink kind="secondary-action" href="/hulp-per-telefoon">
          {t.frame.footer.phone}
        </ActionLink>
      </div>
    </div>
  );
}
