import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { Icon } from '../../parts/icon.js';
import { clock, hourglass, lock, mapPin, message } from '../../parts/icons.js';
import { KeyValues, type KeyValue } from '../../parts/key-values.js';
import { capital, durationText, windowText } from '../../time/time-texts.js';

/** What was asked: the facts of a request, for who may see them all. */
export function RequestFacts({ request, now }: { request: HelpRequestView; now: number }) {
  const items: KeyValue[] = [
    {
      icon: <CategoryIcon category={request.category} />,
      label: t.request.what,
      value: t.categories.names[request.category].title,
    },
    { icon: <Icon drawing={message} />, label: t.request.text, value: <span class="zb-prose">{request.summary}</span> },
    {
      icon: <Icon drawing={clock} />,
      label: t.request.when,
      value: capital(windowText(request.window, request.urgency, now)),
    },
    {
      icon: <Icon drawing={hourglass} />,
      label: t.request.long,
      value: t.request.about(durationText(request.expectedMinutes)),
    },
    { icon: <Icon drawing={mapPin} />, label: t.request.where, value: request.neighbourhoodName },
  ];
  // An address that is known but not shown is for a reason: see where it is asked for.
  if (request.address !== undefined && request.hasAddress !== true) {
    items.push({
      icon: <Icon drawing={lock} />,
      label: t.request.address,
      value: request.address ?? t.request.noAddress,
    });
  }
  return <KeyValues items={items} />;
}
