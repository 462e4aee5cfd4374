import type { MaxDistance } from '@app/contracts/http/vocabulary.js';

const distances: Record<MaxDistance, string> = {
  'own-neighbourhood': 'Alleen mijn eigen buurt',
  district: 'Mijn wijk',
  municipality: 'De hele gemeente',
};

export const willing = {
  title: 'Ik ben wel bereid',
  changeTitle: 'Wat en wanneer u wilt helpen',
  lead: 'U zit nergens aan vast. Nee zeggen mag altijd.',
  progress: (step: number) => `Stap ${step} van 3`,
  next: 'Volgende',
  save: 'Ja, ik ben wel bereid',
  change: 'Bewaar',
  where: {
    title: 'Waar woont u?',
    neighbourhood: 'Uw buurt',
    choose: 'Kies uw buurt',
    far: 'Tot hoe ver wilt u helpen?',
  },
  distances,
  what: { title: 'Wat wilt u wel doen?', hint: 'Kies wat bij u past. Licht werk staat bovenaan.' },
  when: {
    title: 'Wanneer kunt u?',
    hint: 'Kiest u niets? Dan mag het altijd, behalve tussen 21:00 en 8:00 uur.',
    week: 'Door de week',
    weekend: 'In het weekend',
    acute: 'U mag mij ook vragen als het spoed heeft',
    budget: 'Hoeveel vragen mogen wij u per week stellen?',
  },
  done: 'Fijn. U staat op de lijst',
  doneText: (budget: number) =>
    budget === 1
      ? 'U krijgt hooguit 1 vraag per week. Wij beginnen klein.'
      : `U krijgt hooguit ${budget} vragen per week. Wij beginnen klein.`,
  saved: 'Opgeslagen.',
  toMyHelp: 'Bekijk of verander wat u koos',
  signIn: 'Nog 1 stap: uw e-mailadres',
  signInText: 'Dan kunnen wij u een vraag sturen. U krijgt een e-mail met 6 cijfers.',
  errors: {
    neighbourhood: 'Kies uw buurt',
    categories: 'Kies minstens 1 ding',
  },
};
