import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { circleCheck } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { me } from '../../session/session.js';

const texts = t.trust.organiser;
const counts = ['8', '16', '24', '40'] as const;
const periods = ['30', '60', '180'] as const;

/** Organisations for which this person hands out cards. */
function ownOrganisations(): { readonly value: string; readonly text: string }[] {
  return (me.value?.memberships ?? []).flatMap(({ role, associationId, associationName }) =>
    (role === 'coordinator' || role === 'desk') && associationId !== null
      ? [{ value: associationId, text: associationName ?? '' }]
      : [],
  );
}

function addressOf(pdf: string): string {
  const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

function Ready({ href }: { href: string | undefined }) {
  return (
    <div role="status">
      {href === undefined ? null : (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{texts.ready}</p>
          <ActionLink sizes={['dense']} href={href} download={texts.file}>
            {texts.save}
          </ActionLink>
        </Alert>
      )}
    </div>
  );
}

/** What is wanted, and the sheet once it is made. */
function useSheet(first: string, onMade: () => void) {
  const { busy, failure, run } = useCommand();
  const [wanted, setWanted] = useState({ organisation: first, count: '8', days: '60' });
  const [href, setHref] = useState<string>();
  useEffect(() => (href === undefined ? undefined : () => URL.revokeObjectURL(href)), [href]);
  const make = async (): Promise<void> => {
    const body = { codes: Number(wanted.count), validDays: Number(wanted.days) };
    const done = await run(() => call('issueVouchSheet', { id: wanted.organisation, body }));
    if (done === undefined) return;
    setHref(addressOf(done.data.pdf));
    onMade();
  };
  const field = (id: keyof typeof wanted) => ({
    id,
    value: wanted[id],
    onValue: (value: string) => setWanted((before) => ({ ...before, [id]: value })),
  });
  return { busy, failure, href, field, make };
}

/** A sheet with codes; the paper is the only place where they stand. */
export function MakeSheet({ onMade }: { onMade: () => void }) {
  const organisations = ownOrganisations();
  const { busy, failure, href, field, make } = useSheet(organisations[0]?.value ?? '', onMade);
  return (
    <form
      class="zb-card zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3 class="utrecht-heading-3">{texts.make}</h3>
      {organisations.length < 2 ? null : (
        <SelectField {...field('organisation')} label={texts.organisation} options={organisations} />
      )}
      <SelectField
        {...field('count')}
        label={texts.count}
        options={counts.map((value) => ({ value, text: texts.countText(value) }))}
      />
      <SelectField
        {...field('days')}
        label={texts.days}
        options={periods.map((value) => ({ value, text: texts.daysText[value] }))}
      />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy}>
          {texts.print}
        </ActionButton>
      </div>
      <Ready href={href} />
    </form>
  );
}
