/** When an organisation answers, and who does outside those times. */
export const answering = {
  title: 'Openingstijden',
  open: 'Nu open',
  closed: 'Nu dicht',
  opens: (moment: string) => `Weer open: ${moment}.`,
  days: (first: string, last: string) => `${first} tot en met ${last}`,
  part: (from: string, until: string) => `${from} tot ${until} uur`,
  closedOn: (days: string) => `Dicht op ${days}.`,
  outside: (name: string) => `Buiten deze tijden helpt ${name} u.`,
  now: (name: string) => `Nu helpt ${name} u.`,
  call: (name: string) => `Bel ${name}`,
};
