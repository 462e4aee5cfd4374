/** An account a visitor can sign in to: the code arrives in the mailbox of the demonstration. */
export interface DemonstrationAccount {
  readonly key: 'anja' | 'jan' | 'wim' | 'marja' | 'huiskamer' | 'lariks' | 'gemeente';
  readonly email: string;
  readonly givenName: string;
  /** What this person is, in Dutch, for the README and for visitors. */
  readonly role: string;
}

const account = (key: DemonstrationAccount['key'], givenName: string, role: string): DemonstrationAccount => ({
  key,
  email: `${key}@voorbeeld.invalid`,
  givenName,
  role,
});

/** One account of each role. None of them is a real person, and no mail to them leaves the machine. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  account('anja', 'Anja', 'Mantelzorger in Rossenberg'),
  account('jan', 'Jan', 'Buur in Rossenberg: helpt nog niet, is wel bereid'),
  account('wim', 'Wim', 'Buur in Rossenberg: helpt al, bekend bij de coördinator, met VOG'),
  account('marja', 'Marja', 'Coördinator van Wijkvereniging Rossenberg (voorbeeld)'),
  account('huiskamer', 'Els', 'Medewerker van het loket, Huiskamer van Leusden'),
  account('lariks', 'Noor', 'Medewerker van Lariks, volgt de deelname'),
  account('gemeente', 'Frank', 'Beheerder'),
];
