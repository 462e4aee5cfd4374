import { describe, expect, it } from '@jest/globals';
import type { ActorMembership } from '@app/platform/identity/actor.js';
import { actsOn } from './desk-question.policy.js';

const north = { kind: 'association' as const, organisationId: 'north' };
const desk = { kind: 'desk' as const, organisationId: 'desk' };
const welfare = { kind: 'welfare' as const, organisationId: null };
const at = (role: ActorMembership['role'], associationId: string | null): ActorMembership[] => [
  { role, associationId },
];
const open = { isOpen: true, owner: north, offeredTo: null };

describe('a question to the desk', () => {
  it('is for who works for its owner, and for nobody else', () => {
    expect(actsOn(at('coordinator', 'north'), open)).toEqual(['offer', 'answer']);
    for (const other of [
      at('coordinator', 'south'),
      at('neighbour', 'north'),
      at('desk', 'desk'),
      at('monitor', null),
      at('administrator', null),
      [],
    ])
      expect(actsOn(other, open)).toBeNull();
  });

  it('can be taken by whom it is offered to, and stays its owner’s until then', () => {
    const offered = { ...open, offeredTo: welfare };
    expect(actsOn(at('monitor', null), offered)).toEqual(['take']);
    expect(actsOn(at('coordinator', 'north'), offered)).toEqual(['offer', 'answer']);
    expect(actsOn(at('desk', 'desk'), offered)).toBeNull();
    expect(actsOn(at('desk', 'desk'), { ...open, offeredTo: desk })).toEqual(['take']);
    expect(actsOn(at('monitor', null), { ...open, owner: welfare })).toEqual(['offer', 'answer']);
  });

  it('is over when it is answered: its owner still reads it', () => {
    const answered = { ...open, isOpen: false };
    expect(actsOn(at('coordinator', 'north'), answered)).toEqual([]);
    expect(actsOn(at('monitor', null), { ...answered, offeredTo: welfare })).toBeNull();
  });
});
