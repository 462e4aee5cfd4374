/** What somebody is in the circle of a caregiver. */
export const circleRoles = ['caregiver', 'relative', 'helper', 'casemanager'] as const;
export type CircleRole = (typeof circleRoles)[number];

/** What somebody may want to do in a circle. */
export type CircleAct =
  | 'read'
  /** Take, give back and swap one's own turns. */
  | 'help'
  /** Add and end what repeats, and leave out one turn. */
  | 'plan'
  /** Hand out a link; who comes in is for the caregiver to say. */
  | 'invite'
  /** Let people in, see them out, and set how the circle works. */
  | 'manage';

const allowed: Readonly<Record<CircleRole, readonly CircleAct[]>> = {
  caregiver: ['read', 'plan', 'invite', 'manage'],
  relative: ['read', 'help', 'plan', 'invite'],
  helper: ['read', 'help'],
  casemanager: ['read'],
};

/** Whether this role may do this in its own circle. */
export function mayInCircle(role: CircleRole, act: CircleAct): boolean {
  return allowed[role].includes(act);
}
