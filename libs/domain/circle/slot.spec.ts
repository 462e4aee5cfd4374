import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { circleRoles, decideSlot, mayInCircle, type SlotCommand, type SlotState } from './index.js';

const now = 1_000;
const open: SlotState = { status: 'open', startsAt: 2_000, takerId: null, swap: null };
const taken: SlotState = { ...open, status: 'taken', takerId: 'jan' };

function after(slot: SlotState, ...commands: SlotCommand[]): SlotState {
  return commands.reduce((state, command) => {
    const decision = decideSlot(command, state, now);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal}`);
    return decision.slot;
  }, slot);
}
const refusal = (command: SlotCommand, slot: SlotState, at = now): string | undefined => {
  const decision = decideSlot(command, slot, at);
  return decision.ok ? undefined : decision.refusal;
};

describe('a turn', () => {
  it('is for the first who takes it, and taking it twice is taking it once', () => {
    const mine = after(open, { type: 'take', personId: 'jan' });
    expect(mine).toStrictEqual(taken);
    expect(after(mine, { type: 'take', personId: 'jan' })).toStrictEqual(taken);
    expect(refusal({ type: 'take', personId: 'fatma' }, mine)).toBe('already-matched');
  });

  it('is given back only by who holds it', () => {
    expect(after(taken, { type: 'give-back', personId: 'jan' })).toStrictEqual(open);
    expect(refusal({ type: 'give-back', personId: 'fatma' }, taken)).toBe('not-found');
    expect(refusal({ type: 'give-back', personId: 'jan' }, open)).toBe('not-found');
  });

  it('stays with its holder while a swap is asked, and goes to the first who was asked', () => {
    const toAll = after(taken, { type: 'ask-swap', personId: 'jan', toId: null });
    expect(toAll.takerId).toBe('jan');
    const over = after(toAll, { type: 'take', personId: 'fatma' });
    expect(over).toStrictEqual({ ...taken, takerId: 'fatma' });
    expect(refusal({ type: 'take', personId: 'wim' }, over)).toBe('already-matched');
    const toOne = after(taken, { type: 'ask-swap', personId: 'jan', toId: 'fatma' });
    expect(refusal({ type: 'take', personId: 'wim' }, toOne)).toBe('already-matched');
    expect(after(toOne, { type: 'take', personId: 'fatma' }).takerId).toBe('fatma');
    expect(refusal({ type: 'ask-swap', personId: 'jan', toId: 'jan' }, taken)).toBe('not-found');
    expect(after(toAll, { type: 'stop-swap', personId: 'jan' })).toStrictEqual(taken);
  });

  it('goes outside the circle only while nobody has it, and then is answered there', () => {
    const asked = after(open, { type: 'ask-around' });
    expect(asked.status).toBe('asked');
    expect(after(asked, { type: 'ask-around' })).toStrictEqual(asked);
    expect(refusal({ type: 'ask-around' }, taken)).toBe('already-matched');
    for (const type of ['take', 'give-back', 'stop-swap'] as const)
      expect(refusal({ type, personId: 'jan' }, asked)).toBe('not-open');
    expect(refusal({ type: 'cancel' }, asked)).toBe('not-open');
  });

  it('changes no more once it began or was left out', () => {
    const cancelled = after(taken, { type: 'cancel' });
    expect(cancelled).toStrictEqual({ ...open, status: 'cancelled' });
    expect(refusal({ type: 'take', personId: 'jan' }, cancelled)).toBe('not-active-any-more');
    expect(refusal({ type: 'take', personId: 'jan' }, open, 2_000)).toBe('not-active-any-more');
    expect(refusal({ type: 'give-back', personId: 'jan' }, taken, 2_001)).toBe('not-active-any-more');
  });

  it('has a taker exactly when it is taken, and a swap only with a taker, whatever is done with it', () => {
    const person = fc.constantFrom('jan', 'fatma', 'wim');
    const command: fc.Arbitrary<SlotCommand> = fc.oneof(
      fc.record({
        type: fc.constantFrom('take' as const, 'give-back' as const, 'stop-swap' as const),
        personId: person,
      }),
      fc.record({ type: fc.constant('ask-swap' as const), personId: person, toId: fc.option(person) }),
      fc.constantFrom<SlotCommand>({ type: 'cancel' }, { type: 'ask-around' }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let slot = open;
        for (const each of commands) {
          const decision = decideSlot(each, slot, now);
          if (!decision.ok) continue;
          // Nobody loses a turn to somebody who was not asked to take it.
          if (each.type === 'take' && slot.takerId !== null && slot.takerId !== each.personId)
            expect(slot.swap).not.toBeNull();
          slot = decision.slot;
          expect(slot.takerId !== null).toBe(slot.status === 'taken');
          if (slot.swap !== null) expect(slot.takerId).not.toBeNull();
        }
      }),
    );
  });
});

describe('the roles of a circle', () => {
  it('each read; a caregiver manages and never takes a turn; a casemanager only reads', () => {
    const acts = ['read', 'help', 'plan', 'invite', 'manage'] as const;
    const table = Object.fromEntries(
      circleRoles.map((role) => [role, acts.filter((act) => mayInCircle(role, act)).join(' ')]),
    );
    expect(table).toStrictEqual({
      caregiver: 'read plan invite manage',
      relative: 'read help plan invite',
      helper: 'read help',
      casemanager: 'read',
    });
  });
});
