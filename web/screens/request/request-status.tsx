import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Icon } from '../../parts/icon.js';
import { phone } from '../../parts/icons.js';
import { StatusPanel } from '../../parts/status-panel.js';
import { telephoneLink } from '../../parts/telephone.js';
import { statusTexts } from './request-texts.js';

/** How a request stands: one line, the moment something happens by itself, and whom to call. */
export function RequestStatus({ request, now }: { request: HelpRequestView; now: number }) {
  const { mood, head, text, clock } = statusTexts(request, now);
  const helpers = (request.helpers ?? []).filter((helper) => helper.phone !== null);
  return (
    <StatusPanel mood={mood} head={head}>
      {text === '' ? null : <p>{text}</p>}
      {clock === undefined ? null : (
        <div>
          <p>{clock.before}</p>
          <p class="zb-clock">
            <time dateTime={new Date(clock.at).toISOString()}>{clock.text}</time>
          </p>
          <p class="zb-soft zb-small">{clock.fromNow}</p>
        </div>
      )}
      {helpers.map((helper) => (
        <p key={helper.acceptanceId}>
          {t.agreements.phone(helper.givenName)}: <strong class="zb-nowrap">{helper.phone}</strong>
        </p>
      ))}
      {helpers.length === 0 ? null : (
        <div class="zb-row">
          {helpers.map((helper) => (
            <ActionLink key={helper.acceptanceId} kind="secondary-action" href={telephoneLink(helper.phone ?? '')}>
              <Icon drawing={phone} />
              {t.request.helperCall(helper.givenName)}
            </ActionLink>
          ))}
        </div>
      )}
    </StatusPanel>
  );
}
