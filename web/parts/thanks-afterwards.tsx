import { useState } from 'preact/hooks';
import { call } from '../api/call.js';
import { t } from '../messages/texts.js';
import { ActionButton, TextLink } from './action.js';
import { Alert } from './alert.js';
import { CheckChoice } from './choice.js';
import { CommandFailure } from './command-failure.js';
import { TextAreaField } from './field.js';
import { circleCheck } from './icons.js';
import { useCommand } from './use-command.js';
import { useLoaded } from './use-loaded.js';

const longest = 300;

interface WriteThanksProps {
  readonly id: string;
  readonly name: string;
  readonly onGiven: () => void;
}

function MayStandOnWall({ on, onChoose }: { on: boolean; onChoose: (on: boolean) => void }) {
  return (
    <CheckChoice
      id="on-wall"
      name="on-wall"
      checked={on}
      onChoose={() => onChoose(!on)}
      title={t.thanks.wall}
      text={t.thanks.wallHint}
    />
  );
}

function WriteThanks({ id, name, onGiven }: WriteThanksProps) {
  const { busy, failure, run } = useCommand();
  const [text, setText] = useState('');
  const [onWall, setOnWall] = useState(false);
  const [error, setError] = useState<string>();
  const give = async (): Promise<void> => {
    const words = text.trim();
    const fault = words === '' ? t.thanks.missing : words.length > longest ? t.thanks.tooLong : undefined;
    setError(fault);
    if (fault !== undefined) document.getElementById('thanks')?.focus();
    else if ((await run(() => call('giveThanks', { id, body: { text: words, onWall } }))) !== undefined) onGiven();
  };
  return (
    <form
      class="zb-card zb-flow zb-flow--s"
      noValidate
      aria-labelledby="give-thanks"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h2 class="utrecht-heading-2" id="give-thanks">
        {name === '' ? t.thanks.titleWithoutName : t.thanks.title(name)}
      </h2>
      <p>{t.thanks.text}</p>
      <TextAreaField
        id="thanks"
        label={t.thanks.field}
        hint={t.thanks.hint}
        error={error}
        value={text}
        onValue={setText}
      />
      <MayStandOnWall on={onWall} onChoose={setOnWall} />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton kind="secondary-action" submit busy={busy}>
          {t.thanks.send}
        </ActionButton>
      </div>
    </form>
  );
}

/** How the own words for the wall stand, and taking them back. */
function OnWall({ id, wall, onTaken }: { id: string; wall: 'waiting' | 'shown' | 'refused'; onTaken: () => void }) {
  const { busy, failure, run } = useCommand();
  const takeBack = async (): Promise<void> => {
    if ((await run(() => call('takeThanksOffWall', { id }))) !== undefined) onTaken();
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s">
      <p>{t.thanks.wallStatus[wall]}</p>
      <CommandFailure failure={failure} />
      {wall === 'refused' ? null : (
        <div class="zb-row">
          <ActionButton kind="secondary-action" busy={busy} onPress={() => void takeBack()}>
            {t.thanks.takeBack}
          </ActionButton>
          <TextLink href="/bedankt">{t.thanks.wallPage.title}</TextLink>
        </div>
      )}
    </section>
  );
}

/** After a help that worked out: what the other side wrote, and a place for a few words back. */
export function ThanksAfterwards({ id, name }: { id: string; name: string }) {
  const { data, reload } = useLoaded(`thanks-${id}`, () => call('getThanks', { id }));
  if (data === undefined) return null;
  return (
    <>
      {data.received.map(({ givenName, text, sentAt }) => (
        <section class="zb-card zb-flow zb-flow--s" key={sentAt}>
          <h2 class="utrecht-heading-2">{t.thanks.receivedTitle}</h2>
          <blockquote class="zb-quote">
            <p class="zb-small zb-soft">{t.thanks.from(givenName)}</p>
            <p class="zb-prose">{text}</p>
          </blockquote>
        </section>
      ))}
      {data.mayThank ? <WriteThanks id={id} name={name} onGiven={reload} /> : null}
      <div role="status">
        {data.given ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{t.thanks.given}</p>
          </Alert>
        ) : null}
      </div>
      {data.wall === 'none' ? null : <OnWall id={id} wall={data.wall} onTaken={reload} />}
    </>
  );
}
