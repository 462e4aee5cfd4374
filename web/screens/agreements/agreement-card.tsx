import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { Icon } from '../../parts/icon.js';
import { clock, hourglass, mapPin, message, phone } from '../../parts/icons.js';
import { KeyValues, type KeyValue } from '../../parts/key-values.js';
import { telephoneLink } from '../../parts/telephone.js';
import { places } from '../../places/places.js';
import { isOver } from '../request/request-timeline.js';
import { capital, durationText, windowText } from '../../time/time-texts.js';
import { CalendarLink } from './calendar-link.js';

/** Opens the map that the telephone itself has; the address goes to no service of others from this page. */
function routeLink(address: string): string {
  return `geo:0,0?q=${encodeURIComponent(`${address}, ${places.value?.municipality ?? ''}`)}`;
}

function factsOf(request: HelpRequestView, now: number): KeyValue[] {
  const { contact } = request;
  const place = contact === undefined ? '' : `${contact.address}, `;
  const items: KeyValue[] = [
    {
      icon: <CategoryIcon category={request.category} />,
      label: t.request.what,
      value: t.categories.names[request.category].title,
    },
    {
      icon: <Icon drawing={message} />,
      label: t.agreements.words,
      value: <span class="zb-prose">{request.summary}</span>,
    },
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
    { icon: <Icon drawing={mapPin} />, label: t.agreements.where, value: `${place}${request.neighbourhoodName}` },
  ];
  if (contact !== undefined && contact.phone !== null) {
    items.push({
      icon: <Icon drawing={phone} />,
      label: t.agreements.phone(contact.givenName),
      value: contact.phone,
    });
  }
  return items;
}

/** The agreement itself; address and telephone only when both said yes. */
export function AgreementCard({ request, now }: { request: HelpRequestView; now: number }) {
  const { contact } = request;
  return (
    <section class="zb-card zb-flow" aria-labelledby="agreement">
      <h2 class="utrecht-heading-2" id="agreement">
        {t.agreements.details}
      </h2>
      <KeyValues items={factsOf(request, now)} />
      {contact === undefined ? null : (
        <>
          {isOver(request) ? null : (
            <p>
              <TextLink href={routeLink(contact.address)}>{t.agreements.route}</TextLink>
            </p>
          )}
          <p class="zb-small zb-soft">{t.agreements.gone}</p>
        </>
      )}
      {request.participation?.status === 'confirmed' ? (
        <div class="zb-row">
          {isOver(request) ? null : <CalendarLink request={request} />}
          {contact === undefined || contact.phone === null ? null : (
            <ActionLink kind="secondary-action" href={telephoneLink(contact.phone)}>
              <Icon drawing={phone} />
              {t.frame.call(contact.givenName)}
            </ActionLink>
          )}
        </div>
      ) : null}
    </section>
  );
}
