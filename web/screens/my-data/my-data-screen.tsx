import { useLocation, useRoute } from 'preact-iso';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { circleCheck } from '../../parts/icons.js';
import { PushSwitch } from '../../parts/push-switch.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SummaryList } from '../../parts/summary-list.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { NamesScreen } from './names-screen.js';

const NAMES = '/gegevens/naam';

function Overview() {
  const { query } = useLocation();
  const person = me.value;
  usePage(t.myData.title);
  if (person === null || person === undefined) return null;
  const name = [person.givenName, person.familyName].filter((word) => word !== null).join(' ');
  const age = person.ageBand === null ? t.myData.empty : t.myData.ages[person.ageBand];
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.myData.title}</h1>
        <p>{t.myData.lead}</p>
      </div>
      <div role="status">
        {query['bewaard'] === '1' ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{t.myData.saved}</p>
          </Alert>
        ) : null}
      </div>
      <SummaryList
        change={t.myData.change}
        changeWhat={t.myData.changeWhat}
        rows={[
          { label: t.myData.name, value: name, href: NAMES },
          { label: t.myData.phone, value: person.phone ?? t.myData.empty, href: NAMES },
          { label: t.myData.age, value: age, href: NAMES },
          { label: t.myData.email, value: person.email },
        ]}
      />
      <PushSwitch />
      <section class="zb-card zb-flow zb-flow--s" aria-labelledby="help">
        <h2 class="utrecht-heading-2" id="help">
          {t.myData.helpTitle}
        </h2>
        <p>{t.myData.helpText}</p>
        <p>
          <ActionLink kind="secondary-action" href="/mijn-hulp">
            {t.myData.helpLink}
          </ActionLink>
        </p>
      </section>
    </div>
  );
}

/** What we know of the person, and the way to change each bit of it. */
export default function MyDataScreen() {
  const { params } = useRoute();
  usePage(t.myData.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">{params['part'] === 'naam' ? <NamesScreen /> : <Overview />}</div>
    </SignedInOnly>
  );
}
