export const readFeedback = {
  title: 'Wat mensen schreven',
  lead: 'Wij weten niet wie dit schreef. Alleen wie antwoord wil, liet een adres achter.',
  empty: 'Er is nog niets geschreven',
  emptyText: 'Zodra iemand iets schrijft, staat het hier.',
  reply: 'Stuur antwoord',
  replySubject: 'Uw mening over Zorgzame Buurten',
  remove: 'Klaar, haal weg',
  removed: 'Het bericht is weg.',
  kept: (days: string) => `Berichten gaan vanzelf weg na ${days}.`,
  notForYou: 'Deze pagina is voor beheerders en voor Lariks',
  notForYouText: 'U kunt wel zelf uw mening geven.',
};
