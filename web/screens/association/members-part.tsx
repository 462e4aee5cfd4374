import { call } from '../../api/call.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { AddMember } from './add-member.js';
import { MemberList } from './member-list.js';

interface MembersPartProps {
  /** The organisation; null for those of the whole municipality. */
  readonly associationId: string | null;
  readonly kind: 'association' | 'desk' | 'municipality';
  readonly onChanged?: () => void;
}

const rolesOf = {
  association: ['coordinator'],
  desk: ['desk'],
  municipality: ['monitor', 'administrator'],
} as const;

/** Who works at one organisation, and adding somebody. */
export function MembersPart({ associationId, kind, onChanged }: MembersPartProps) {
  const { data, failure, reload } = useLoaded(associationId ?? 'municipality', () => call('listMembers'));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const changed = (): void => {
    reload();
    onChanged?.();
  };
  return (
    <>
      <MemberList
        members={data.members.filter((member) => member.associationId === associationId)}
        roles={rolesOf[kind]}
        onChanged={changed}
      />
      <AddMember roles={rolesOf[kind]} associationId={associationId} onAdded={changed} />
    </>
  );
}
