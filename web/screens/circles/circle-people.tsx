import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { CircleView, MemberView } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { Icon } from '../../parts/icon.js';
import { user } from '../../parts/icons.js';
import { useCommand, type Command } from '../../parts/use-command.js';
import { CircleInvite } from './circle-invite.js';

interface PeopleProps {
  readonly circle: CircleView;
  readonly onChange: () => void;
}

interface MemberRowProps {
  readonly member: MemberView;
  readonly managed: boolean;
  readonly command: Command;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** Somebody at the door: the caregiver says yes or no. */
function AtTheDoor({ member, command, onChange }: Pick<MemberRowProps, 'member' | 'command' | 'onChange'>) {
  const { id, givenName } = member;
  const answer = async (operation: 'admitCircleMember' | 'removeCircleMember'): Promise<void> => {
    await command.run(() => call(operation, { id }));
    onChange();
  };
  return (
    <>
      <ActionButton sizes={['dense']} busy={command.busy} onPress={() => void answer('admitCircleMember')}>
        {t.circles.people.admit}
        <span class="zb-hidden">: {givenName}</span>
      </ActionButton>
      <ActionButton
        kind="plain"
        sizes={['dense']}
        busy={command.busy}
        onPress={() => void answer('removeCircleMember')}
      >
        {t.circles.people.refuse}
        <span class="zb-hidden">: {givenName}</span>
      </ActionButton>
    </>
  );
}

function MemberRow({ member, managed, command, onChange, onRemove }: MemberRowProps) {
  const { givenName, role, status, mine } = member;
  const words = t.circles.people;
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <Icon drawing={user} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3">{givenName}</h3>
        {status === 'waiting' ? <Badge kind="warning">{words.waiting}</Badge> : null}
      </div>
      <p class="zb-item__meta">
        <span>
          {words.roles[role].name}. {mine ? words.you : words.roles[role].text}
        </span>
      </p>
      <div class="zb-item__act zb-row">
        {managed && status === 'waiting' ? <AtTheDoor member={member} command={command} onChange={onChange} /> : null}
        {(managed && status === 'active') || mine ? (
          <ActionButton kind="subtle" sizes={['dense']} onPress={onRemove}>
            {mine ? words.leave : words.remove}
            <span class="zb-hidden">{mine ? '' : `: ${givenName}`}</span>
          </ActionButton>
        ) : null}
      </div>
    </li>
  );
}

/** Who is in the circle, who wants to come in, and the ways in and out. */
export function CirclePeople({ circle, onChange }: PeopleProps) {
  const { route } = useLocation();
  const command = useCommand();
  const [leaving, setLeaving] = useState<MemberView>();
  const words = t.circles.people;
  const remove = async (): Promise<void> => {
    if (leaving === undefined) return;
    const gone = await command.run(() => call('removeCircleMember', { id: leaving.id }));
    setLeaving(undefined);
    if (gone && leaving.mine) route('/kring');
    else onChange();
  };
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <section class="zb-flow zb-flow--s" aria-labelledby="people">
        <h2 class="utrecht-heading-2" id="people">
          {words.title}
        </h2>
        <CommandFailure failure={command.failure} />
        {circle.members.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="zb-list">
            {circle.members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                managed={circle.actions.includes('manage')}
                command={command}
                onChange={onChange}
                onRemove={() => setLeaving(member)}
              />
            ))}
          </ul>
        )}
      </section>
      {circle.actions.includes('invite') ? <CircleInvite circle={circle} /> : null}
      <ConfirmDialog
        open={leaving !== undefined}
        title={leaving?.mine ? words.leaveTitle : words.removeTitle(leaving?.givenName ?? '')}
        text={leaving?.mine ? words.leaveText : words.removeText}
        yes={leaving?.mine ? words.leaveYes : words.removeYes}
        busy={command.busy}
        onYes={() => void remove()}
        onClose={() => setLeaving(undefined)}
      />
    </div>
  );
}
