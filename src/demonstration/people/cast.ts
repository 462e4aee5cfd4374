import type { Role } from '@app/contracts/http/vocabulary.js';
import { demonstrationAccounts, type DemonstrationAccount } from '../accounts.js';
import { organisations } from '../leusden/organisations.js';
import type { GeneratedPerson, GeneratedProfile } from './generate-people.js';

/** Somebody with a part of their own, beside the generated townspeople. */
export interface CastMember extends Omit<GeneratedPerson, 'neighbourhoodCode'> {
  readonly neighbourhoodCode: string | null;
  /** The organisation they work for as a volunteer or by profession, by its key. */
  readonly organisationKey: string | null;
  readonly role: Role;
}

const rossenberg = 'BU03270107';
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, fromMinute: 8 * 60, untilMinute: 21 * 60 }));

const jan: GeneratedProfile = {
  categories: ['walk-dog', 'groceries', 'coffee', 'walk-together'],
  maxDistance: 'district',
  availability: everyDay,
  quietFromMinute: 21 * 60,
  quietUntilMinute: 8 * 60,
  weeklyAskBudget: 3,
  acceptsAcute: true,
  pausedForDays: 0,
  trust: 'none',
  alreadyHelping: false,
  helpsCompleted: 0,
  willingForDays: 12,
};

const wim: GeneratedProfile = {
  ...jan,
  categories: ['walk-dog', 'groceries', 'ride', 'odd-job', 'garden', 'computer'],
  maxDistance: 'municipality',
  trust: 'vog',
  alreadyHelping: true,
  helpsCompleted: 6,
  willingForDays: 200,
};

/**
 * A number that nobody has: after 00, which calls abroad, no country begins with 0. It keeps to the form in which people
 * write theirs, so that its owner can save it again with their name.
 */
function unreachableNumber(series: number, one: number): string {
  return `000 - 000 ${String(series).padStart(2, '0')} ${String(one).padStart(2, '0')}`;
}

function member(key: DemonstrationAccount['key'], part: Pick<CastMember, 'role'> & Partial<CastMember>): CastMember {
  const number = demonstrationAccounts.findIndex((account) => account.key === key);
  const account = demonstrationAccounts[number];
  if (!account) throw new Error(`There is no account ${key}`);
  return {
    email: account.email,
    givenName: account.givenName,
    phone: unreachableNumber(1, number + 1),
    ageBand: '45-64',
    neighbourhoodCode: null,
    profile: null,
    organisationKey: null,
    ...part,
  };
}

/** Accounts by the organisation they are the face of. */
const faces: Readonly<Record<string, DemonstrationAccount['key']>> = { rossenberg: 'marja', huiskamer: 'huiskamer' };

function contactPersons(): CastMember[] {
  return organisations.map(({ key, kind, contact }, index) => {
    const face = faces[key];
    const part = {
      organisationKey: key,
      role: kind === 'desk' ? 'desk' : 'coordinator',
      phone: unreachableNumber(0, index + 1),
    } as const;
    if (face) return member(face, part);
    return {
      email: `coordinator.${key}@voorbeeld.invalid`,
      givenName: contact,
      ageBand: '45-64',
      neighbourhoodCode: null,
      profile: null,
      ...part,
    };
  });
}

/** Everyone with a part of their own: one coordinator an association, the desk, and one account of each other role. */
export const cast: readonly CastMember[] = [
  ...contactPersons(),
  member('anja', { role: 'caregiver' }),
  member('jan', { role: 'neighbour', neighbourhoodCode: rossenberg, profile: jan }),
  member('wim', { role: 'neighbour', neighbourhoodCode: rossenberg, profile: wim, ageBand: '65-79' }),
  member('lariks', { role: 'monitor' }),
  member('gemeente', { role: 'administrator' }),
];
