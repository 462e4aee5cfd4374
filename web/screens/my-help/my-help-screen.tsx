import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { call } from '../../api/call.js';
import { ofDutchWords } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, heartHandshake } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { SummaryList } from '../../parts/summary-list.js';
import { places } from '../../places/places.js';
import { useCommand, type Command } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { WaitingCard } from '../../parts/waiting-card.js';
import { BurdenNote } from './burden-note.js';
import { EditPart } from './edit-part.js';
import { InvitationChoice } from './invitation-choice.js';
import { parts } from './help-settings.js';
import { helpSummary } from './help-summary.js';
import { PauseCard } from './pause-card.js';
import { lastChange, saveProfile } from './saved-profile.js';

interface OverviewProps {
  readonly profile: HelperProfileBody;
  readonly onSaved: (profile: HelperProfileBody) => void;
}

/** Says that it is saved, with the way back to how it was. */
function Saved({ profile, onSaved, command }: OverviewProps & { command: Command }) {
  const change = lastChange.value;
  useEffect(() => () => void (lastChange.value = undefined), []);
  const undo = async (before: HelperProfileBody): Promise<void> => {
    const saved = await saveProfile(command.run, before, profile, true);
    if (saved !== undefined) onSaved(saved);
  };
  return (
    <div role="status">
      {change === undefined ? null : (
        <Alert kind="ok" drawing={circleCheck}>
          <div class="zb-row">
            <p>{change.undone ? t.myHelp.undone : t.myHelp.saved}</p>
            {change.undone ? null : (
              <ActionButton kind="subtle" busy={command.busy} onPress={() => void undo(change.before)}>
                {t.myHelp.undo}
              </ActionButton>
            )}
          </div>
        </Alert>
      )}
    </div>
  );
}

/** What the association of somebody's neighbourhood says to those who want to help. */
function OwnWords({ neighbourhoodCode }: Pick<HelperProfileBody, 'neighbourhoodCode'>) {
  const { neighbourhoods = [], associations = [] } = places.value ?? {};
  const owner = neighbourhoods.find(({ code }) => code === neighbourhoodCode)?.organisationId;
  const organisation = associations.find(({ id }) => id === owner);
  if (!organisation?.welcomeText) return null;
  return (
    <blockquote class="zb-quote zb-prose" lang={ofDutchWords}>
      {organisation.welcomeText}
      <footer class="zb-soft zb-small">{organisation.name}</footer>
    </blockquote>
  );
}

function Overview({ profile, burdenedUntil, onSaved }: OverviewProps & { burdenedUntil: string | null }) {
  const now = useNow();
  const command = useCommand();
  usePage(t.myHelp.title);
  const change = async (changed: Partial<HelperProfileBody>): Promise<void> => {
    const saved = await saveProfile(command.run, { ...profile, ...changed }, profile);
    if (saved !== undefined) onSaved(saved);
  };
  return (
    <div class="zb-cols zb-cols--side">
      <div class="zb-flow zb-flow--l zb-measure">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/gegevens">{t.myData.back}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{t.myHelp.title}</h1>
          <p>{t.myHelp.lead}</p>
          <OwnWords neighbourhoodCode={profile.neighbourhoodCode} />
        </div>
        <Saved profile={profile} onSaved={onSaved} command={command} />
        <CommandFailure failure={command.failure} />
        <BurdenNote
          until={profile.helpsWhileAsking === true ? null : burdenedUntil}
          busy={command.busy}
          onAskAnyway={() => void change({ helpsWhileAsking: true })}
        />
        <SummaryList rows={helpSummary(profile)} change={t.myHelp.change} changeWhat={t.myHelp.changeWhat} />
      </div>
      <div class="zb-flow zb-start">
        <PauseCard
          profile={profile}
          now={now}
          busy={command.busy}
          onPause={(pausedUntil) => void change({ pausedUntil })}
        />
        <InvitationChoice />
        <WaitingCard neighbourhoodCode={profile.neighbourhoodCode} />
      </div>
    </div>
  );
}

function NotYet() {
  usePage(t.myHelp.title);
  return (
    <StateCard asPage drawing={heartHandshake} title={t.myHelp.none} text={t.myHelp.noneText}>
      <ActionLink href="/bereid">{t.myHelp.start}</ActionLink>
    </StateCard>
  );
}

function Content() {
  const { params } = useRoute();
  const { data, failure, reload, put } = useLoaded('helper-profile', () => call('getHelperProfile'));
  const part = parts.find((name) => name === params['part']);
  if (failure?.code === 'not-found') return <NotYet />;
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const saved = (profile: HelperProfileBody): void => put({ ...data, ...profile } as typeof data);
  if (part === undefined) return <Overview profile={data} burdenedUntil={data.burdenedUntil} onSaved={saved} />;
  return <EditPart key={part} part={part} profile={data} onSaved={saved} />;
}

/** How a neighbour may be asked: everything at a glance, each answer to be changed, a pause at one press. */
export default function MyHelpScreen() {
  usePage(t.myHelp.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content />
      </div>
    </SignedInOnly>
  );
}
