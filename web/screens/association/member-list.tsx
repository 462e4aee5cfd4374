import { useState } from 'preact/hooks';
import type { MemberView } from '@app/contracts/http/members.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { ChooseAndPress } from '../../parts/choose-and-press.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { Tick } from '../../parts/tick.js';
import { useCommand } from '../../parts/use-command.js';

const texts = nlOrganisers.association.members;

function nameOf({ givenName, email, isSelf }: MemberView): string {
  const name = givenName ?? email ?? '';
  return isSelf ? texts.you(name) : name;
}

interface MemberRowProps {
  readonly member: MemberView;
  readonly busy: boolean;
  readonly onAllow: (may: boolean) => void;
  /** Roles that can be given in this place. */
  readonly roles: readonly MemberView['role'][];
  readonly onRole: (role: MemberView['role']) => void;
  readonly onRemove: () => void;
}

function MemberRow({ member, busy, onAllow, roles, onRole, onRemove }: MemberRowProps) {
  const name = nameOf(member);
  const facts = [
    texts.roles[member.role],
    ...(member.isContact ? [texts.contact] : []),
    ...(member.hasSignedIn ? [] : [texts.invited]),
  ];
  return (
    <li class="zb-card zb-flow zb-flow--xs">
      <h3 class="utrecht-heading-3 zb-break">{name}</h3>
      <p>{facts.join(', ')}</p>
      {member.givenName === null || member.email === null ? null : (
        <p class="zb-soft zb-small zb-break">{member.email}</p>
      )}
      <div class="zb-row zb-row--apart">
        {roles.length < 2 ? null : (
          <ChooseAndPress
            id={`role-${member.id}`}
            label={texts.roleOf(name)}
            value={member.role}
            press={texts.changeRole}
            busy={busy}
            onChosen={(value) => onRole(roles.find((role) => role === value) ?? member.role)}
            options={roles.map((value) => ({ value, text: texts.roles[value] }))}
          />
        )}
        {member.associationId === null ? null : (
          <Tick checked={member.mayChangeSettings} disabled={busy} onTick={onAllow}>
            <span aria-hidden="true">{texts.maySettings}</span>
            <span class="zb-hidden">{texts.allowOf(name)}</span>
          </Tick>
        )}
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={onRemove}>
          <span aria-hidden="true">{texts.remove}</span>
          <span class="zb-hidden">{texts.removeOf(name)}</span>
        </ActionButton>
      </div>
    </li>
  );
}

interface MemberListProps {
  readonly members: readonly MemberView[];
  readonly roles: readonly MemberView['role'][];
  readonly onChanged: () => void;
}

/** Who works somewhere, with what may be done about each. */
export function MemberList({ members, roles, onChanged }: MemberListProps) {
  const { busy, failure, run } = useCommand();
  const [leaving, setLeaving] = useState<MemberView>();
  const [news, setNews] = useState('');
  const act = async (doing: Promise<unknown>, text: string): Promise<void> => {
    const done = (await doing) !== undefined;
    setNews(done ? text : '');
    setLeaving(undefined);
    if (done) onChanged();
  };
  const change = ({ id }: MemberView, body: { mayChangeSettings: boolean; role?: MemberView['role'] }): Promise<void> =>
    act(
      run(() => call('changeMember', { id, body })),
      texts.changed,
    );
  return (
    <div class="zb-flow">
      <p role="status">{news}</p>
      {failure?.code === 'still-responsible' ? <p role="alert">{texts.last}</p> : <CommandFailure failure={failure} />}
      {members.length === 0 ? <p>{texts.none}</p> : null}
      <ul class="zb-list-plain zb-flow">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            busy={busy}
            onAllow={(mayChangeSettings) => void change(member, { mayChangeSettings })}
            roles={roles}
            onRole={(role) => void change(member, { mayChangeSettings: member.mayChangeSettings, role })}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== undefined}
        title={leaving === undefined ? '' : texts.sure(nameOf(leaving))}
        text={texts.sureText}
        yes={texts.yes}
        busy={busy}
        onYes={() =>
          void act(
            run(() => call('removeMember', { id: leaving?.id ?? '' })),
            texts.removed,
          )
        }
        onClose={() => setLeaving(undefined)}
      />
    </div>
  );
}
