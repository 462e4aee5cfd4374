import { useState } from 'preact/hooks';
import type { VouchSheet } from '@app/contracts/http/trust.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { useCommand } from '../../parts/use-command.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const texts = t.trust.organiser;
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

function Sheet({ sheet, now, onRevoke }: { sheet: VouchSheet; now: number; onRevoke: () => void }) {
  const over = Date.parse(sheet.expiresAt) <= now;
  const what = texts.sheet(sheet.organisationName, dayOf(sheet.issuedAt));
  return (
    <li class="zb-card zb-card--tight zb-row zb-row--apart">
      <div>
        <p>
          <strong>{what}</strong> {sheet.revokedAt === null ? null : <Badge kind="neutral">{texts.revoked}</Badge>}
        </p>
        <p class="zb-soft zb-small">
          {texts.used(sheet.used, sheet.codes)}. {(over ? texts.over : texts.until)(dayOf(sheet.expiresAt))}.{' '}
          {sheet.issuedBy === null ? null : `${texts.by(sheet.issuedBy)}.`}
        </p>
      </div>
      {sheet.revokedAt !== null || over || sheet.used === sheet.codes ? null : (
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={onRevoke}>
          {texts.revoke}
          <span class="zb-hidden">: {what}</span>
        </ActionButton>
      )}
    </li>
  );
}

interface SheetListProps {
  readonly sheets: readonly VouchSheet[];
  readonly now: number;
  readonly onChanged: () => void;
}

/** The sheets that were made, and the way to make what is left of one worthless. */
export function SheetList({ sheets, now, onChanged }: SheetListProps) {
  const { busy, failure, run } = useCommand();
  const [asked, setAsked] = useState<VouchSheet>();
  const revoke = async (): Promise<void> => {
    if (asked === undefined) return;
    await run(() => call('revokeVouchSheet', { id: asked.id }));
    setAsked(undefined);
    onChanged();
  };
  if (sheets.length === 0) return <p>{texts.none}</p>;
  return (
    <>
      <CommandFailure failure={failure} />
      <ul class="zb-list">
        {sheets.map((sheet) => (
          <Sheet key={sheet.id} sheet={sheet} now={now} onRevoke={() => setAsked(sheet)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        title={texts.revokeTitle}
        text={texts.revokeText}
        yes={texts.revoke}
        busy={busy}
        onYes={() => void revoke()}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}
