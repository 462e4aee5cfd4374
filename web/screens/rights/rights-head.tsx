import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { usePage } from '../../parts/use-page.js';

/** The way back, the heading of the page and what it is about. */
export function RightsHead({ title, lead }: { title: string; lead?: string }) {
  usePage(title);
  return (
    <div class="zb-flow zb-flow--xs">
      <p>
        <TextLink href="/gegevens">{t.myData.back}</TextLink>
      </p>
      <h1 class="utrecht-heading-1">{title}</h1>
      {lead === undefined ? null : <p>{lead}</p>}
    </div>
  );
}
