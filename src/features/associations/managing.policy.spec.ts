import { describe, expect, it } from '@jest/globals';
import type { ActorMembership, PersonActor } from '@app/platform/identity/actor.js';
import { managing } from './managing.policy.js';

const actorOf = (...memberships: ActorMembership[]): PersonActor => ({
  kind: 'person',
  municipalityId: 'm',
  personId: 'p',
  sessionId: 's',
  memberships,
});

describe('what somebody may do with an organisation', () => {
  it.each([
    ['a coordinator with the right', [{ role: 'coordinator', associationId: 'a', mayChangeSettings: true }], 'change'],
    ['a coordinator without it', [{ role: 'coordinator', associationId: 'a', mayChangeSettings: false }], 'look'],
    ['a desk worker of its own desk', [{ role: 'desk', associationId: 'a', mayChangeSettings: true }], 'change'],
    ['a coordinator elsewhere', [{ role: 'coordinator', associationId: 'b', mayChangeSettings: true }], 'none'],
    ['a neighbour of its area', [{ role: 'neighbour', associationId: 'a', mayChangeSettings: true }], 'none'],
    ['a monitor', [{ role: 'monitor', associationId: null, mayChangeSettings: true }], 'none'],
    ['an administrator', [{ role: 'administrator', associationId: null, mayChangeSettings: false }], 'change'],
    ['nobody in particular', [], 'none'],
  ] as const)('%s: %s', (_who, memberships, expected) => {
    expect(managing(actorOf(...memberships), 'a')).toBe(expected);
  });

  it('holds for each organisation apart', () => {
    const actor = actorOf(
      { role: 'coordinator', associationId: 'a', mayChangeSettings: false },
      { role: 'coordinator', associationId: 'b', mayChangeSettings: true },
    );
    expect([managing(actor, 'a'), managing(actor, 'b'), managing(actor, 'c')]).toStrictEqual([
      'look',
      'change',
      'none',
    ]);
  });
});
