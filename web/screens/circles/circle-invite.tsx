import { useState } from 'preact/hooks';
import type { CircleView, InvitedRole } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { QrCode } from '../../parts/qr-code.js';
import { useCommand } from '../../parts/use-command.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const roles: readonly InvitedRole[] = ['helper', 'relative', 'casemanager'];

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

/** The link as text, and as a code to scan. */
function LinkSheet({ url, expiresAt }: Link) {
  const [copied, setCopied] = useState(false);
  const words = t.circles.people.invite;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div class="zb-flow zb-flow--s">
      <QrCode text={url} label={words.qr} />
      <p>
        <strong class="zb-sheet__link">{url}</strong>
      </p>
      <p>{words.until(fullDayText(wallTimeOf(Date.parse(expiresAt)).day))}</p>
      <div class="zb-row">
        {'clipboard' in navigator ? (
          <ActionButton kind="secondary-action" onPress={() => void copy()}>
            {words.copy}
          </ActionButton>
        ) : null}
      </div>
      <p role="status">{copied ? words.copied : ''}</p>
    </div>
  );
}

/** Makes a link for one role. Whoever opens it asks to come in; the caregiver decides. */
export function CircleInvite({ circle: { id, role: viewer } }: { circle: CircleView }) {
  const [role, setRole] = useState<InvitedRole>('helper');
  const [link, setLink] = useState<Link>();
  const [stopped, setStopped] = useState(false);
  const { busy, failure, run } = useCommand();
  const words = t.circles.people.invite;
  const make = async (): Promise<void> => {
    const made = await run(() => call('makeCircleInvitation', { id, body: { role } }));
    setStopped(false);
    setLink(made?.data);
  };
  const stop = async (): Promise<void> => {
    const ended = await run(() => call('endCircleInvitations', { id }));
    if (!ended) return;
    setLink(undefined);
    setStopped(true);
  };
  return (
    <section class="zb-card zb-flow" aria-labelledby="invite">
      <h2 class="utrecht-heading-2" id="invite">
        {words.title}
      </h2>
      <p>{viewer === 'caregiver' ? words.text : words.relativeText}</p>
      <SelectField
        id="role"
        label={words.role}
        value={role}
        onValue={(value) => setRole(roles.find((one) => one === value) ?? 'helper')}
        options={roles.map((one) => ({
          value: one,
          text: `${t.circles.people.roles[one].name}. ${t.circles.people.roles[one].text}`,
        }))}
      />
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton busy={busy} onPress={() => void make()}>
          {words.make}
        </ActionButton>
        <ActionButton kind="subtle" busy={busy} onPress={() => void stop()}>
          {words.stop}
        </ActionButton>
      </div>
      <p role="status">{stopped ? words.stopped : ''}</p>
      {link === undefined ? null : <LinkSheet key={link.url} {...link} />}
    </section>
  );
}
