import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActivationView, WillingSegment } from '@app/contracts/http/activation.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextAreaField } from '../../parts/field.js';
import { alertTriangle } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { forgetWritten, useWritten } from '../../session/written-words.js';

const texts = nlOrganisers.activation.letter;
const longest = 400;

interface WriteLetterProps {
  readonly view: ActivationView;
  readonly segment: WillingSegment;
  readonly onStarted: () => void;
  readonly onBack: () => void;
}

interface Preview {
  readonly words: string;
  readonly subject: string;
  readonly text: string;
  readonly faults: readonly string[];
}

function Measuring({ view, segment }: Pick<WriteLetterProps, 'view' | 'segment'>) {
  const { measuring } = nlOrganisers.activation;
  const heldOut = view.segments.find((group) => group.segment === segment)?.heldOut ?? null;
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--xs" aria-labelledby="measuring">
      <h3 class="utrecht-heading-3" id="measuring">
        {measuring.title}
      </h3>
      {heldOut === null ? (
        <p>{measuring.tooFew(view.plan.smallestMeasured)}</p>
      ) : (
        <>
          <p>
            {measuring.heldOut(heldOut)} {measuring.ordinary}
          </p>
          <p>{measuring.once(view.plan.measuredAfterDays)}</p>
        </>
      )}
    </section>
  );
}

/** Stands above the letter: below it nobody would see why the letter cannot go. */
function Faults({ faults }: { faults: Preview['faults'] }) {
  return (
    <div role="alert">
      {faults.length === 0 ? null : (
        <Alert kind="error" drawing={alertTriangle}>
          <p>
            <strong>{texts.change}</strong>
          </p>
          <ul class="zb-bullets">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

function Shown({ preview, busy, onStart }: { preview: Preview; busy: boolean; onStart: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // On a telephone the letter lies below what is to be seen: without this the button seems to do nothing.
  useLayoutEffect(() => heading.current?.focus(), [preview]);
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="shown">
      <h3 class="utrecht-heading-3" id="shown" tabIndex={-1} ref={heading}>
        {texts.shown}
      </h3>
      <Faults faults={preview.faults} />
      <div class="zb-card zb-card--tight zb-flow zb-flow--s">
        <p>
          <span class="zb-soft">{texts.subject}:</span> <strong>{preview.subject}</strong>
        </p>
        <p class="zb-prose">{preview.text}</p>
      </div>
      {preview.faults.length === 0 ? (
        <div>
          <ActionButton busy={busy} onPress={onStart}>
            {texts.start}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}

/** Under what the words are remembered while somebody looks elsewhere. */
const keyOf = ({ view, segment }: Pick<WriteLetterProps, 'view' | 'segment'>): string =>
  `letter ${view.associationId} ${segment}`;

/** Looking at the letter, and sending exactly the letter that was looked at. */
function useLetter({ view, segment, onStarted }: WriteLetterProps, words: string) {
  const [preview, setPreview] = useState<Preview>();
  const command = useCommand();
  const { associationId: id } = view;
  const show = async (): Promise<void> => {
    const made = await command.run(() => call('previewInvitation', { id, body: { segment, words } }));
    if (made !== undefined) setPreview({ words, ...made.data });
  };
  const start = async (said: string): Promise<void> => {
    const made = await command.run(() => call('startCampaign', { id, body: { segment, words: said } }));
    if (made === undefined) return;
    forgetWritten(keyOf({ view, segment }));
    onStarted();
  };
  return { preview, show, start, ...command };
}

interface WordsFormProps {
  readonly plan: ActivationView['plan'];
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly busy: boolean;
  /** Looking at the letter is the next thing to do. */
  readonly isNext: boolean;
  readonly onShow: () => void;
  readonly onBack: () => void;
}

/** The own words of the coordinator. */
function WordsForm({ plan, words, onWords, busy, isNext, onShow, onBack }: WordsFormProps) {
  const error = words.trim().length > longest ? texts.tooLong : undefined;
  return (
    <form
      class="zb-card zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (error === undefined) onShow();
      }}
    >
      <TextAreaField
        id="words"
        label={texts.words}
        hint={texts.wordsHint}
        error={error}
        value={words}
        onValue={onWords}
      />
      <ul class="zb-bullets zb-small zb-soft">
        <li>{texts.rules(plan.lettersADay)}</li>
        <li>{texts.week}</li>
        <li>{texts.stop}</li>
        <li>{texts.harm(plan.harm.atLeast, Math.round(1 / plan.harm.share))}</li>
      </ul>
      <div class="zb-row">
        <ActionButton submit kind={isNext ? 'primary-action' : 'secondary-action'} busy={busy}>
          {texts.show}
        </ActionButton>
        <ActionButton kind="subtle" onPress={onBack}>
          {texts.back}
        </ActionButton>
      </div>
    </form>
  );
}

/** A letter to one group: own words, the whole letter to look at, and only then sending it. */
export function WriteLetter(props: WriteLetterProps) {
  const { view, segment, onBack } = props;
  const [words, setWords] = useWritten(keyOf(props));
  const { preview, show, start, busy, failure } = useLetter(props, words);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const isStale = preview !== undefined && preview.words !== words;
  return (
    <section class="zb-flow" aria-labelledby="letter">
      <h2 class="utrecht-heading-2" id="letter" tabIndex={-1} ref={heading}>
        {texts.title(nlOrganisers.activation.segments.names[segment])}
      </h2>
      <WordsForm
        plan={view.plan}
        words={words}
        onWords={setWords}
        busy={busy}
        isNext={preview === undefined || isStale}
        onShow={() => void show()}
        onBack={onBack}
      />
      <Measuring view={view} segment={segment} />
      <CommandFailure failure={failure} />
      <div role="status">{isStale ? <p>{texts.stale}</p> : null}</div>
      {preview === undefined || isStale ? null : (
        <Shown preview={preview} busy={busy} onStart={() => void start(preview.words)} />
      )}
    </section>
  );
}
