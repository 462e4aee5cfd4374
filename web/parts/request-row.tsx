import type { ComponentChildren } from 'preact';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../messages/texts.js';
import { capital, durationText, windowText } from '../time/time-texts.js';
import { ActionLink } from './action.js';
import { CategoryIcon } from './category-icon.js';
import { Icon } from './icon.js';
import { clock, hourglass, mapPin } from './icons.js';
import { useNow } from './use-now.js';

/** One request or agreement on a list of my own. */
export function RequestRow(props: { request: HelpRequestView; href: string; badge: ComponentChildren }) {
  const { request, href, badge } = props;
  const now = useNow();
  const title = t.categories.names[request.category].title;
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <CategoryIcon category={request.category} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3">{title}</h3>
        {badge}
      </div>
      <p class="zb-item__meta">
        <span>
          <Icon drawing={clock} />
          {capital(windowText(request.window, request.urgency, now))}
        </span>
        <span>
          <Icon drawing={hourglass} />
          {durationText(request.expectedMinutes)}
        </span>
        <span>
          <Icon drawing={mapPin} />
          {request.neighbourhoodName}
        </span>
      </p>
      <div class="zb-item__act">
        <ActionLink kind="secondary-action" sizes={['block']} href={href}>
          {t.request.show}
          <span class="zb-hidden">: {title}</span>
        </ActionLink>
      </div>
    </li>
  );
}
