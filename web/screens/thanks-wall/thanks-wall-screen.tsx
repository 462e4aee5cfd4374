import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { heartHandshake } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';

const texts = t.thanks.wallPage;

function Words() {
  const { data, failure, reload } = useLoaded('thanks-wall', () => call('listThanksWall'));
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  if (data.thanks.length === 0)
    return <StateCard drawing={heartHandshake} title={texts.empty} text={texts.emptyText} />;
  return (
    <ul class="zb-wall" aria-label={texts.list}>
      {data.thanks.map(({ text }, index) => (
        <li key={`${index}-${text}`}>
          <blockquote class="zb-quote zb-prose">{text}</blockquote>
        </li>
      ))}
    </ul>
  );
}

/** What people wrote after help: their words, and nothing that leads to anybody. */
export default function ThanksWallScreen() {
  usePage(texts.title);
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
      </div>
      <Words />
      <p class="zb-soft zb-measure">{texts.how}</p>
      <div class="zb-row">
        <ActionLink href="/vraag">{texts.ask}</ActionLink>
        <ActionLink kind="secondary-action" href="/bereid">
          {texts.help}
        </ActionLink>
      </div>
    </div>
  );
}
