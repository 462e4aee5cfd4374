import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../messages/texts.js';
import { AnswerTimes } from './answer-times.js';
import { ActionLink } from './action.js';
import { Icon } from './icon.js';
import { phone } from './icons.js';
import { telephoneLink } from './telephone.js';
import { useNow } from './use-now.js';

type Owner = HelpRequestView['owner'];

/** `Marja de Vries` -> `MV`; marks such as "(voorbeeld)" do not count. */
function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toLocaleUpperCase('nl');
}

/** The person who looks after a request, with a telephone number that works now. */
export function OwnerCard({ owner, title }: { owner: Owner; title: string }) {
  const now = useNow();
  const role = owner.kind === 'desk' ? t.frame.owner.desk(owner.name) : t.frame.owner.coordinator(owner.name);
  return (
    <section class="zb-card zb-flow" aria-labelledby="owner">
      <h2 class="utrecht-heading-3" id="owner">
        {title}
      </h2>
      <div class="zb-owner">
        <span class="zb-avatar" aria-hidden="true">
          {initials(owner.person.givenName)}
        </span>
        <div>
          <p>
            <strong>{owner.person.givenName}</strong>
          </p>
          <p class="zb-soft zb-small">{role}</p>
          <p class="zb-small">{owner.person.phone}</p>
        </div>
      </div>
      <p>
        <ActionLink kind="secondary-action" sizes={['block']} href={telephoneLink(owner.person.phone)}>
          <Icon drawing={phone} />
          {t.frame.call(owner.person.givenName)}
        </ActionLink>
      </p>
      <AnswerTimes organisationId={owner.organisationId} now={now} />
    </section>
  );
}
