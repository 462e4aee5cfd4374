import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Encounter } from '@app/contracts/http/blocks.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { Icon } from '../../parts/icon.js';
import { userOff } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { reportPath } from './report-path.js';

interface KeepApartProps {
  readonly encounter: Encounter;
  /** First name of the other; empty when it is not known here. */
  readonly name: string;
  /** Where to go once the two are apart: this page is about the two together. */
  readonly after?: string;
  readonly onDone?: () => void;
}

/** The quiet way out of meeting somebody again, in every place where two people meet. */
export function KeepApart({ encounter, name, after, onDone }: KeepApartProps) {
  const { route } = useLocation();
  const { busy, failure, run } = useCommand();
  const [asking, setAsking] = useState(false);
  const other = name === '' ? t.safety.apart.someone : name;
  const block = async (): Promise<void> => {
    const done = await run(() => call('blockPerson', { body: encounter }));
    setAsking(false);
    if (done === undefined) return;
    onDone?.();
    if (after !== undefined) route(after);
  };
  return (
    <details class="zb-fold">
      <summary>{t.safety.apart.title}</summary>
      <div class="zb-flow zb-flow--s">
        <p class="zb-small">{t.safety.apart.text(other)}</p>
        <p>
          <ActionButton kind="plain" sizes={['dense']} onPress={() => setAsking(true)}>
            <Icon drawing={userOff} />
            {t.safety.apart.block(other)}
          </ActionButton>
        </p>
        <p>
          <TextLink href={reportPath(encounter)}>{t.reports.tell.link}</TextLink>
        </p>
        <CommandFailure failure={failure} />
      </div>
      <ConfirmDialog
        open={asking}
        title={t.safety.apart.sure(other)}
        text={t.safety.apart.sureText}
        yes={t.safety.apart.yes}
        busy={busy}
        onYes={() => void block()}
        onClose={() => setAsking(false)}
      />
    </details>
  );
}
