import { useEffect, useState } from 'preact/hooks';
import type { NeighbourTrust } from '@app/contracts/http/trust.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { dateText } from '../../time/time-texts.js';

const texts = t.trust.organiser;

interface RowProps {
  readonly neighbour: NeighbourTrust;
  readonly now: number;
  /** Opened from the work list, to note another certificate. */
  readonly opened: boolean;
  readonly onChanged: (after: NeighbourTrust) => void;
}

function Facts({ neighbour, now }: Pick<RowProps, 'neighbour' | 'now'>) {
  const { vouchedAt, vog, neighbourhoodName } = neighbour;
  const over = vog !== null && vog.expiresOn <= wallTimeOf(now).day;
  const lines = [
    neighbourhoodName,
    ...(vouchedAt === null ? [] : [texts.vouched(dateText(wallTimeOf(Date.parse(vouchedAt)).day))]),
    ...(vog === null
      ? []
      : [
          `${texts.vog(dateText(vog.issuedOn), vog.checkedBy ?? texts.someone)}, ` +
            (over ? texts.vogOver : texts.vogUntil)(dateText(vog.expiresOn)),
        ]),
  ];
  return <p class="zb-soft zb-small">{lines.join('. ')}.</p>;
}

/** The day on the certificate, and nothing else of it. */
function NoteVog({ neighbour, onDone }: { neighbour: NeighbourTrust; onDone: (after: NeighbourTrust) => void }) {
  const { busy, failure, run } = useCommand();
  const [issuedOn, setIssuedOn] = useState('');
  const [error, setError] = useState<string>();
  const field = `vog-${neighbour.personId}`;
  useEffect(() => document.getElementById(field)?.focus(), []);
  const save = async (): Promise<void> => {
    setError(issuedOn === '' ? texts.issuedNeed : undefined);
    if (issuedOn === '') return document.getElementById(field)?.focus();
    const done = await run(async () => {
      const answer = await call('recordVog', { id: neighbour.personId, body: { issuedOn } });
      if (!answer.ok && answer.code === 'invalid-input') setError(texts.issuedNeed);
      return answer;
    });
    if (done !== undefined) onDone(done.data);
  };
  return (
    <form
      class="zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        id={field}
        type="date"
        label={texts.issuedOn}
        hint={texts.issuedHint}
        error={error}
        value={issuedOn}
        onValue={setIssuedOn}
        width="half"
      />
      {error === undefined ? <CommandFailure failure={failure} /> : null}
      <div>
        <ActionButton submit sizes={['dense']} busy={busy}>
          {texts.saveDate}
        </ActionButton>
      </div>
    </form>
  );
}

type Ending = 'withdrawVog' | 'withdrawVouching';

function useEnding({ neighbour, onChanged }: Pick<RowProps, 'neighbour' | 'onChanged'>) {
  const { busy, failure, run } = useCommand();
  const [ending, setEnding] = useState<Ending>();
  const end = async (): Promise<void> => {
    if (ending === undefined) return;
    const done = await run(() => call(ending, { id: neighbour.personId }));
    setEnding(undefined);
    if (done !== undefined) onChanged(done.data);
  };
  return { busy, failure, ending, setEnding, end };
}

/** One neighbour: how well known, and what can be noted. */
export function NeighbourRow({ neighbour, now, opened, onChanged }: RowProps) {
  const [noting, setNoting] = useState(opened);
  const { busy, failure, ending, setEnding, end } = useEnding({ neighbour, onChanged });
  const { name, level, vog, vouchedAt, isYou } = neighbour;
  const press = (text: string, onPress: () => void) => (
    <ActionButton kind="secondary-action" sizes={['dense']} onPress={onPress}>
      {text}
      <span class="zb-hidden">: {name}</span>
    </ActionButton>
  );
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <div>
        <p>
          <strong>{name}</strong> <Badge kind={level === 'none' ? 'neutral' : 'safe'}>{t.trust.levels[level]}</Badge>
        </p>
        <Facts neighbour={neighbour} now={now} />
      </div>
      <CommandFailure failure={failure} />
      {noting ? (
        <NoteVog
          neighbour={neighbour}
          onDone={(after) => {
            setNoting(false);
            onChanged(after);
          }}
        />
      ) : (
        <div class="zb-row">
          {isYou ? <p class="zb-small">{texts.own}</p> : press(texts.note, () => setNoting(true))}
          {vog === null ? null : press(texts.endVog, () => setEnding('withdrawVog'))}
          {vouchedAt === null ? null : press(texts.endVouching, () => setEnding('withdrawVouching'))}
        </div>
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title={texts.endTitle(name)}
        text={texts.endText}
        yes={texts.endYes}
        busy={busy}
        onYes={() => void end()}
        onClose={() => setEnding(undefined)}
      />
    </li>
  );
}
