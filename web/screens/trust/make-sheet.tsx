import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { MadePdf, useMadePdf } from '../../parts/made-pdf.js';
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

/** What is wanted, and the sheet once it is made. */
function useSheet(first: string, onMade: () => void) {
  const { busy, failure, run } = useCommand();
  const [wanted, setWanted] = useState({ organisation: first, count: '8', days: '60' });
  const { href, put } = useMadePdf();
  const make = async (): Promise<void> => {
    const body = { codes: Number(wanted.count), validDays: Number(wanted.days) };
    const done = await run(() => call('issueVouchSheet', { id: wanted.organisation, body }));
    if (done === undefined) return;
    put(done.data.pdf);
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
      <MadePdf href={href} ready={texts.ready} save={texts.save} file={texts.file} />
    </form>
  );
}
