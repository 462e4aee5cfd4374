import { describe, expect, it } from '@jest/globals';
import type { ToldHours } from '@app/contracts/http/answering.js';
import type { AssociationSummary } from '@app/contracts/http/places.js';
import { answeringOf, closedSoon, linesOf } from './answering.js';

const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const office: ToldHours = {
  weekly: workdays.map((day) => ({ day, from: '09:00', until: '17:00' })),
  closedDays: ['2027-03-03'],
};
const tuesdays: ToldHours = { weekly: [{ day: 'tuesday', from: '09:00', until: '12:00' }], closedDays: [] };
const organisation = (part: Partial<AssociationSummary>): AssociationSummary => ({
  id: 'north',
  kind: 'association',
  name: 'Noord',
  isExample: false,
  neighbourhoodCodes: [],
  contact: { givenName: 'Marja', phone: '033 000 00 01' },
  openingHours: null,
  fallback: null,
  welcomeText: null,
  nobodyText: null,
  ...part,
});
const desk = organisation({ id: 'desk', kind: 'desk', name: 'Loket', openingHours: office });
const south = organisation({ id: 'south', name: 'Zuid', openingHours: tuesdays });
const north = organisation({
  openingHours: tuesdays,
  fallback: { kind: 'association', organisationId: 'south', name: 'Zuid' },
});
const all = [desk, north, south];
/** Tuesday 2 March 2027, by the wall clock of the Netherlands. */
const at = (time: string, day = '02'): number => Date.parse(`2027-03-${day}T${time}:00+01:00`);

describe('opening hours as people see them', () => {
  it('are open until the last minute, and then say when it opens again and who helps until then', () => {
    expect(answeringOf(north, all, at('11:59'))).toEqual({ isOpen: true, opensAt: null, instead: null });
    expect(answeringOf(north, all, at('12:00'))).toEqual({ isOpen: false, opensAt: at('09:00', '09'), instead: desk });
    expect(answeringOf(north, [desk, north, { ...south, openingHours: null }], at('13:00')).instead?.id).toBe('south');
    expect(answeringOf(north, all, at('20:00')).instead).toBeNull();
    expect(answeringOf(desk, all, at('20:00')).opensAt).toBe(at('09:00', '04'));
    expect(answeringOf(organisation({}), all, at('03:00')).isOpen).toBe(true);
  });

  it('come in lines of days with the same times', () => {
    const parts = [{ day: 'saturday', from: '10:00', until: '12:00' } as const];
    const lines = linesOf({ ...office, weekly: [...parts, ...office.weekly] });
    expect(lines.map(({ first, last, parts: [part] }) => `${first}-${last} ${part?.from}`)).toEqual([
      'monday-friday 09:00',
      'saturday-saturday 10:00',
    ]);
    const gap = linesOf({ ...office, weekly: office.weekly.filter(({ day }) => day !== 'wednesday') });
    expect(gap.map(({ first, last }) => `${first}-${last}`)).toEqual(['monday-tuesday', 'thursday-friday']);
    const twice = [...tuesdays.weekly, { day: 'tuesday', from: '08:00', until: '08:30' } as const];
    expect(linesOf({ weekly: twice, closedDays: [] })[0]?.parts.map(({ from }) => from)).toEqual(['08:00', '09:00']);
  });

  it('name the closed days of the coming fortnight alone', () => {
    const closedDays = ['2027-03-01', '2027-03-02', '2027-03-15', '2027-03-16'];
    expect(closedSoon({ ...office, closedDays }, at('12:00'))).toEqual(['2027-03-02', '2027-03-15']);
  });
});
