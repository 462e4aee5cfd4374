import type { AskingPolicyView, NamedPolicy } from '@app/contracts/http/asking.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { me } from '../../session/session.js';
import { shortMomentText } from '../../time/time-texts.js';
import { PolicyForm } from './policy-form.js';
import { policyName } from './policy-name.js';
import { Reliability } from './reliability.js';

const texts = nlOrganisers.asking;
const inWords = new Intl.ListFormat('nl');

function Comparison({ comparison }: Pick<AskingPolicyView, 'comparison'>) {
  const c = texts.comparison;
  return (
    <section class="zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3">{c.title}</h3>
      {comparison === null ? (
        <p>{c.waiting}</p>
      ) : (
        <>
          <p>{c.asked(comparison.asked, comparison.askedInShadow)}</p>
          {comparison.samePeople === null ? null : <p>{c.same(comparison.samePeople)}</p>}
          {comparison.newcomers === null || comparison.newcomersInShadow === null ? null : (
            <p>{c.newcomers(comparison.newcomers, comparison.newcomersInShadow)}</p>
          )}
        </>
      )}
    </section>
  );
}

function Changes({ changes, policy: { generation } }: Pick<AskingPolicyView, 'changes' | 'policy'>) {
  const now = useNow();
  const c = texts.changes;
  const whole = (policy: NamedPolicy, shadow: NamedPolicy | null): string =>
    `${policyName(policy, generation)}, ${shadow === null ? c.noShadow : c.shadow(policyName(shadow, generation))}`;
  return (
    <section class="zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3">{c.title}</h3>
      {changes.length === 0 ? <p>{c.none}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--2xs">
        {changes.map(({ at, by, from, to, fromShadow, toShadow }) => (
          <li key={at}>
            {c.line(by, whole(from, fromShadow), whole(to, toShadow))}.{' '}
            <span class="zb-soft zb-small">{shortMomentText(Date.parse(at), now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Organisation({ id, name, last }: { id: string; name: string; last: boolean }) {
  const { data, failure, reload, put } = useLoaded(id, () => call('getAskingPolicy', { id }));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <>
      <section class="zb-flow" aria-labelledby={`organisation-${id}`}>
        <h2 class="utrecht-heading-2" id={`organisation-${id}`}>
          {name}
        </h2>
        {data.shortOfHelp.length === 0 ? null : (
          <Alert kind="info" drawing={infoCircle}>
            <p>{texts.shortOfHelp(inWords.format(data.shortOfHelp))}</p>
          </Alert>
        )}
        <PolicyForm view={data} onSaved={put} />
        {data.shadow === null ? null : <Comparison comparison={data.comparison} />}
        <Changes {...data} />
      </section>
      {last ? <Reliability {...data.reliability} /> : null}
    </>
  );
}

/** "Hoe kiest het systeem?": the rules in plain words, the organisation's choice, and whether the estimates hold. */
export default function AskingPolicyScreen() {
  usePage(texts.title);
  const mine = (me.value?.memberships ?? []).filter(({ role }) => role === 'coordinator' || role === 'desk');
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{nlOrganisers.workList.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
          <ul class="zb-bullets zb-flow zb-flow--2xs">
            {texts.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
        {mine.map(({ associationId, associationName }, index) =>
          associationId === null ? null : (
            <Organisation
              key={associationId}
              id={associationId}
              name={associationName ?? ''}
              last={index === mine.length - 1}
            />
          ),
        )}
      </div>
    </OrganisersOnly>
  );
}
