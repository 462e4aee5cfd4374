import type { ComponentChildren } from 'preact';
import type { Channel } from '@app/contracts/http/vocabulary.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { CheckChoice, ChoiceGroup } from '../../parts/choice.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { me } from '../../session/session.js';
import { FreeTime, HowOften, WhatYouDo, WhereYouLive } from '../willing/willing-steps.js';
import type { HelpSettings, Part } from './help-settings.js';

interface HelpPartProps {
  readonly answers: HelpSettings;
  readonly change: (part: Partial<HelpSettings>) => void;
  readonly errors: readonly FormError[];
}

const channels = Object.keys(t.myHelp.channels) as Channel[];
const budgets = [0, 1, 2, 3, 5];

function When(props: HelpPartProps) {
  const { answers, change } = props;
  return (
    <>
      <FreeTime {...props} />
      <CheckChoice
        id="helpsWhileAsking"
        name="helpsWhileAsking"
        checked={answers.helpsWhileAsking}
        onChoose={() => change({ helpsWhileAsking: !answers.helpsWhileAsking })}
        title={t.myHelp.whileAskingLabel}
      />
    </>
  );
}

function Heading({ children }: { children: ComponentChildren }) {
  return <h1 class="utrecht-heading-1">{children}</h1>;
}

function Often(props: HelpPartProps) {
  const { answers, change, errors } = props;
  const error = errorAt(errors, 'quietFrom');
  return (
    <>
      <Heading>{t.myHelp.parts.often}</Heading>
      <HowOften {...props} budgets={budgets} />
      <CheckChoice
        id="againAtOnce"
        name="againAtOnce"
        checked={answers.againAtOnce}
        onChoose={() => change({ againAtOnce: !answers.againAtOnce })}
        title={t.myHelp.againLabel}
      />
      <ChoiceGroup id="quiet" title={t.myHelp.quietTitle} hint={t.myHelp.quietHint}>
        <div class="zb-row">
          <TextField
            id="quietFrom"
            label={t.myHelp.quietFrom}
            error={error}
            value={answers.quietFrom}
            onValue={(quietFrom) => change({ quietFrom })}
            type="time"
            width="narrow"
          />
          <TextField
            id="quietUntil"
            label={t.myHelp.quietUntil}
            value={answers.quietUntil}
            onValue={(quietUntil) => change({ quietUntil })}
            type="time"
            width="narrow"
          />
        </div>
      </ChoiceGroup>
    </>
  );
}

function Reach({ answers, change, errors }: HelpPartProps) {
  const toggle = (channel: Channel): void => {
    const without = answers.channels.filter((other) => other !== channel);
    change({ channels: without.length === answers.channels.length ? [...without, channel] : without });
  };
  const noPhone =
    me.value?.phone === null && answers.channels.some((channel) => channel === 'sms' || channel === 'voice');
  return (
    <ChoiceGroup
      id="channels-group"
      title={t.myHelp.parts.reach}
      hint={t.myHelp.channelsHint}
      error={errorAt(errors, 'channels')}
      asHeading
    >
      <div class="zb-choices">
        {channels.map((channel, index) => (
          <CheckChoice
            key={channel}
            id={index === 0 ? 'channels' : `channels-${channel}`}
            name="channels"
            checked={answers.channels.includes(channel)}
            onChoose={() => toggle(channel)}
            title={t.myHelp.channels[channel]}
          />
        ))}
      </div>
      {noPhone ? (
        <p>
          {t.myHelp.phoneNeeded} <TextLink href="/gegevens/naam">{t.myHelp.phoneLink}</TextLink>
        </p>
      ) : null}
    </ChoiceGroup>
  );
}

/** The question of each part; its heading is the heading of the page. */
export const questions: Record<Part, (props: HelpPartProps) => ComponentChildren> = {
  waar: (props) => <WhereYouLive {...props} />,
  wat: (props) => <WhatYouDo {...props} />,
  wanneer: (props) => <When {...props} />,
  'hoe-vaak': (props) => <Often {...props} />,
  bereiken: (props) => <Reach {...props} />,
};

export const titles: Record<Part, string> = {
  waar: t.myHelp.parts.where,
  wat: t.myHelp.parts.what,
  wanneer: t.myHelp.parts.when,
  'hoe-vaak': t.myHelp.parts.often,
  bereiken: t.myHelp.parts.reach,
};
