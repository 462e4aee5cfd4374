import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublicationPreview, PublicationSummary } from '@app/contracts/http/publications.js';
import { lastDayOf, quarterLater, quarterOf, type Quarter } from '@app/domain/participation/quarter.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { FailureCard } from '../../parts/failure-card.js';
import { SelectField, TextField } from '../../parts/field.js';
import { circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { quarterText } from './figures.js';
import { MonitorPage } from './monitor-frame.js';
import { PreviewTables } from './preview-tables.js';
import { Published } from './published-list.js';

const texts = nlOrganisers.monitor.publish;
/** So many quarters back somebody can begin to publish. */
const quartersBack = 8;

/** Quarters that are over and do not lie before what was published last, newest first. */
function publishable(published: readonly PublicationSummary[], today: string): readonly Quarter[] {
  const last = published[0]?.quarter ?? '';
  return Array.from({ length: quartersBack }, (_, index) => quarterLater(quarterOf(today), -1 - index)).filter(
    (quarter) => quarter >= last && lastDayOf(quarter) < today,
  );
}

function HeldBack({ preview }: { preview: PublicationPreview }) {
  return (
    <ul class="zb-bullets">
      <li>{texts.shown(preview.shown)}</li>
      <li>{texts.tooFew(preview.tooFew)}</li>
      <li>{texts.beside(preview.beside)}</li>
    </ul>
  );
}

interface Publishable {
  readonly municipality: string;
  readonly preview: PublicationPreview;
  readonly onDone: (quarter: string) => void;
}

/** Publishes for good, after asking once more; a correction needs a reason. */
function PublishForGood({ municipality, preview, onDone }: Publishable) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failure, run } = useCommand();
  const { quarter, version } = preview.publication;
  const isCorrection = version > 1;
  const yes = isCorrection ? texts.correct : texts.publish;
  const publish = async (): Promise<void> => {
    const body = { quarter, ...(isCorrection ? { reason } : {}) };
    const done = await run(() => call('publishQuarter', { id: municipality, body }));
    setAsks(false);
    if (done !== undefined) onDone(quarter);
  };
  const ask = (): void => {
    const isMissing = isCorrection && reason.trim() === '';
    setMissing(isMissing);
    if (isMissing) document.getElementById('reason')?.focus();
    else setAsks(true);
  };
  return (
    <>
      {isCorrection ? (
        <TextField
          id="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          error={missing ? texts.reasonMissing : undefined}
          value={reason}
          onValue={setReason}
          maxLength={300}
        />
      ) : null}
      <CommandFailure failure={failure} />
      <div>
        <ActionButton busy={busy} onPress={ask}>
          {yes}
        </ActionButton>
      </div>
      <ConfirmDialog
        {...{ open: asks, title: texts.sure(quarterText(quarter)), text: texts.sureText, yes, busy }}
        onYes={() => void publish()}
        onClose={() => setAsks(false)}
      />
    </>
  );
}

/** What would be published, and the button that does it. */
function Ready(props: Publishable) {
  const { publication } = props.preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // It comes after a while, below the button: on a telephone nobody would see that it is there.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="zb-flow" aria-labelledby="preview">
      <h2 class="utrecht-heading-2" id="preview" tabIndex={-1} ref={heading}>
        {texts.previewOf(quarterText(publication.quarter), publication.version)}
      </h2>
      <HeldBack preview={props.preview} />
      <p class="zb-small zb-soft">{texts.why}</p>
      <PreviewTables publication={publication} />
      <PublishForGood {...props} />
    </section>
  );
}

function Choose({
  quarters,
  busy,
  onLook,
}: {
  readonly quarters: readonly Quarter[];
  readonly busy: boolean;
  readonly onLook: (quarter: Quarter) => void;
}) {
  const [quarter, setQuarter] = useState(quarters[0]);
  if (quarter === undefined) return <p>{texts.nothing}</p>;
  return (
    <form
      aria-label={texts.choose}
      onSubmit={(event) => {
        event.preventDefault();
        onLook(quarter);
      }}
    >
      <SelectField
        small
        id="quarter"
        label={nlOrganisers.monitor.period}
        value={quarter}
        onValue={(chosen) => setQuarter(chosen as Quarter)}
        options={quarters.map((code) => ({ value: code, text: quarterText(code) }))}
      />
      <ActionButton submit sizes={['dense']} busy={busy}>
        {texts.look}
      </ActionButton>
    </form>
  );
}

function Publishing({ municipality }: { municipality: string }) {
  const today = wallTimeOf(useNow()).day;
  const { data, failure, reload } = useLoaded(municipality, () => call('listPublications', { id: municipality }));
  const looking = useCommand();
  const [preview, setPreview] = useState<PublicationPreview>();
  const [done, setDone] = useState<string>();
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const look = async (quarter: Quarter): Promise<void> => {
    setDone(undefined);
    setPreview(undefined);
    const answer = await looking.run(() => call('previewPublication', { id: municipality, body: { quarter } }));
    if (answer !== undefined) setPreview(answer.data);
  };
  const published = (quarter: string): void => {
    setPreview(undefined);
    setDone(quarter);
    reload();
  };
  return (
    <>
      <Choose
        key={data.publications[0]?.quarter}
        quarters={publishable(data.publications, today)}
        busy={looking.busy}
        onLook={(quarter) => void look(quarter)}
      />
      <CommandFailure failure={looking.failure} />
      <div role="status">
        {looking.busy ? <p>{texts.reckoning}</p> : null}
        {done === undefined ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{texts.done(quarterText(done))}</p>
          </Alert>
        )}
      </div>
      {preview === undefined ? null : (
        <Ready
          key={`${preview.publication.quarter} ${preview.publication.version}`}
          municipality={municipality}
          preview={preview}
          onDone={published}
        />
      )}
      <Published publications={data.publications} />
    </>
  );
}

/** Publishing a quarter for good, after looking at what is shown and what is held back. */
export default function PublishScreen() {
  return (
    <MonitorPage back title={texts.title} lead={texts.lead}>
      {(municipality) => <Publishing municipality={municipality} />}
    </MonitorPage>
  );
}
