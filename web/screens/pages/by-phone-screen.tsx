import type { AssociationSummary } from '@app/contracts/http/places.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { AnswerTimes } from '../../parts/answer-times.js';
import { DangerNote } from '../../parts/danger-note.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Icon } from '../../parts/icon.js';
import { phone } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { loadPlaces, organisationsFailure, places } from '../../places/places.js';

function Organisations({ title, list }: { title: string; list: readonly AssociationSummary[] }) {
  const now = useNow();
  if (list.length === 0) return null;
  return (
    <section class="zb-flow zb-measure">
      <h2 class="utrecht-heading-2">{title}</h2>
      <ul class="zb-list">
        {list.map(({ id, name, contact }) => (
          <li key={id} class="zb-card zb-card--tight zb-flow zb-flow--xs">
            <div class="zb-row zb-row--apart">
              <div>
                <h3 class="utrecht-heading-3">{name}</h3>
                <p class="zb-soft">{contact.givenName}</p>
              </div>
              <ActionLink kind="secondary-action" href={telephoneLink(contact.phone)}>
                <Icon drawing={phone} />
                {contact.phone}
              </ActionLink>
            </div>
            <AnswerTimes organisationId={id} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For who would rather call: the desk first, then the associations. */
export default function ByPhoneScreen() {
  usePage(t.pages.phone.title);
  const list = places.value?.associations;
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{t.pages.phone.title}</h1>
        <p>{t.pages.phone.lead}</p>
      </div>
      {organisationsFailure.value === undefined ? null : (
        <FailureCard failure={organisationsFailure.value} onRetry={() => void loadPlaces()} />
      )}
      {list === undefined ? (
        organisationsFailure.value === undefined && <Loading />
      ) : (
        <>
          {list.length === 0 && organisationsFailure.value === undefined ? <p>{t.pages.phone.none}</p> : null}
          <Organisations title={t.pages.phone.deskHeading} list={list.filter(({ kind }) => kind === 'desk')} />
          <Organisations
            title={t.pages.phone.associationsHeading}
            list={list.filter(({ kind }) => kind === 'association')}
          />
        </>
      )}
      <p class="zb-measure">{t.pages.phone.after}</p>
      <p>
        <TextLink href="/volg">{t.follow.link}</TextLink>
      </p>
      <DangerNote />
    </div>
  );
}
