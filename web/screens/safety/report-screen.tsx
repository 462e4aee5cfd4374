import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Encounter } from '@app/contracts/http/blocks.js';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationBody, OperationResult } from '@app/contracts/http/operation.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { DangerNote } from '../../parts/danger-note.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextAreaField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { infoCircle, phone } from '../../parts/icons.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';

type Kind = OperationBody<typeof operations.reportPerson>['kind'];
type Sent = OperationResult<typeof operations.reportPerson>;

const texts = t.reports.tell;
const kinds: readonly Kind[] = ['unsafe', 'unkind', 'money', 'no-show', 'privacy', 'other'];

function metIn(query: Record<string, string | undefined>): Encounter | undefined {
  const { vraag: helpRequestId, wie: acceptanceId, gevraagd: askId } = query;
  if (askId) return { askId };
  if (!helpRequestId) return undefined;
  return acceptanceId ? { helpRequestId, acceptanceId } : { helpRequestId };
}

function Thanks({ owner }: Pick<Sent, 'owner'>) {
  usePage(texts.sentTitle);
  return (
    <StateCard asPage drawing={infoCircle} title={texts.sentTitle} text={texts.sent(owner.givenName)}>
      {owner.phone === '' ? null : (
        <ActionLink kind="secondary-action" href={telephoneLink(owner.phone)}>
          <Icon drawing={phone} />
          {texts.callNow(owner.givenName)}
        </ActionLink>
      )}
    </StateCard>
  );
}

interface KindsProps {
  readonly chosen: Kind | undefined;
  readonly errors: readonly FormError[];
  readonly onChoose: (kind: Kind) => void;
}

function Kinds({ chosen, errors, onChoose }: KindsProps) {
  return (
    <ChoiceGroup id="kind-group" title={texts.kind} error={errorAt(errors, 'kind')}>
      <div class="zb-choices">
        {kinds.map((value, index) => (
          <RadioChoice
            key={value}
            id={index === 0 ? 'kind' : `kind-${value}`}
            name="kind"
            checked={chosen === value}
            onChoose={() => onChoose(value)}
            title={t.reports.kinds[value]}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

function ReportForm({ met, onSent }: { met: Encounter; onSent: (sent: Sent) => void }) {
  const { busy, failure, run } = useCommand();
  const [kind, setKind] = useState<Kind>();
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  usePage(texts.title, errors.length > 0);
  const send = async (): Promise<void> => {
    setErrors(kind === undefined ? [{ field: 'kind', message: texts.needKind }] : []);
    if (kind === undefined) return;
    const written = text.trim();
    const body = { met, kind, ...(written === '' ? {} : { text: written }) };
    const done = await run(() => call('reportPerson', { body }));
    if (done !== undefined) onSent(done.data);
  };
  return (
    <form
      class="zb-flow zb-flow--l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary errors={errors} />
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
      </div>
      <DangerNote />
      <Kinds chosen={kind} errors={errors} onChoose={setKind} />
      <TextAreaField id="text" label={texts.text} hint={texts.textHint} value={text} onValue={setText} />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}

function Content() {
  const { query } = useLocation();
  const [sent, setSent] = useState<Sent>();
  const met = metIn(query);
  if (sent !== undefined) return <Thanks owner={sent.owner} />;
  if (met !== undefined) return <ReportForm met={met} onSent={setSent} />;
  return (
    <StateCard asPage drawing={infoCircle} title={texts.title} text={texts.unknown}>
      <div class="zb-row">
        <ActionLink kind="secondary-action" href="/vragen">
          {t.request.listTitle}
        </ActionLink>
        <ActionLink kind="secondary-action" href="/afspraken">
          {t.agreements.title}
        </ActionLink>
      </div>
    </StateCard>
  );
}

/** "Wat is er gebeurd?": for every place where two people meet. */
export default function ReportScreen() {
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure">
          <Content />
        </div>
      </div>
    </SignedInOnly>
  );
}
