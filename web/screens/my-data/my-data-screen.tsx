import { useLocation, useRoute } from 'preact-iso';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { circleCheck } from '../../parts/icons.js';
import { PushSwitch } from '../../parts/push-switch.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SummaryList } from '../../parts/summary-list.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { Passkeys } from '../passkeys/passkeys.js';
import { ChangeEmail } from '../rights/change-email.js';
import { Devices } from '../rights/devices.js';
import { EraseAccount } from '../rights/erase-account.js';
import { TakeAlong } from '../rights/take-along.js';
import { OwnTrust } from '../trust/own-trust.js';
import { NamesScreen } from './names-screen.js';

const NAMES = '/gegevens/naam';
const rightsLinks = [
  { href: '/gegevens/passkeys', text: t.passkeys.link },
  { href: '/gegevens/apparaten', text: t.rights.devices.link },
  { href: '/gegevens/meenemen', text: t.rights.take.link },
  { href: '/gegevens/vertrouwen', text: t.trust.own.link },
  { href: '/mijn-vragen-aan-het-loket', text: t.desk.mine.title },
  { href: '/wie-keek', text: t.safety.views.title },
  { href: '/blokkades', text: t.safety.blocks.title },
  { href: '/maatregelen', text: t.reports.mine.title },
  { href: '/gegevens/wissen', text: t.rights.erase.link },
];

/** The part of the page that the address names; all of it otherwise. */
function Part({ name }: { name: string | undefined }) {
  const email = me.value?.email ?? '';
  switch (name) {
    case 'naam':
      return <NamesScreen />;
    case 'e-mail':
      return <ChangeEmail email={email} />;
    case 'apparaten':
      return <Devices />;
    case 'meenemen':
      return <TakeAlong email={email} />;
    case 'vertrouwen':
      return <OwnTrust />;
    case 'passkeys':
      return <Passkeys email={email} />;
    case 'wissen':
      return <EraseAccount email={email} />;
    default:
      return <Overview />;
  }
}

function Rights() {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="rights">
      <h2 class="utrecht-heading-2" id="rights">
        {t.rights.title}
      </h2>
      <ul class="zb-flow zb-flow--xs">
        {rightsLinks.map(({ href, text }) => (
          <li key={href}>
            <TextLink href={href}>{text}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
          { label: t.myData.email, value: person.email, href: '/gegevens/e-mail' },
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
      <Rights />
    </div>
  );
}

/** What we know of the person, and the way to change each bit of it. */
export default function MyDataScreen() {
  const { params } = useRoute();
  usePage(t.myData.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Part key={params['part']} name={params['part']} />
      </div>
    </SignedInOnly>
  );
}
