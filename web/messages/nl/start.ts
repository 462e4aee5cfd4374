export const start = {
  title: 'Hulp van buur tot buur',
  heading: 'Een handje hulp, van een buur dichtbij',
  lead: 'Zorgt u voor iemand? Vraag hulp voor iets kleins. Of help zelf een half uurtje, als het u uitkomt.',
  ratherCall: 'Liever bellen?',
  ask: { title: 'Ik vraag hulp', text: 'Klaar in 1 minuut, zonder account. Ook met spoed.' },
  help: { title: 'Ik ben wel bereid', text: 'U kiest wat en wanneer. Hooguit 2 vragen per week.' },
  find: { title: 'Wijs mij de weg', text: 'Weet u niet waar u moet zijn? Een mens denkt met u mee.' },
  street:
    'Tekening van een straat in de avond met 100 ramen. In 21 ramen is het licht aan: die mensen helpen al. In 41 ramen brandt zacht licht: die mensen zijn wel bereid.',
  figureHeading: 'Van elke 100 mensen zijn er 41 wel bereid',
  lit: 'helpen al in de buurt',
  glowing: 'doen dat nog niet, maar zijn wel bereid',
  source:
    'Bron: GGD, in de brief aan de raad van Leusden, najaar 2025. Dit gaat over buurten in het algemeen, niet over uw straat.',
  stepsHeading: 'Zo gaat het',
  steps: [
    {
      title: 'U stelt uw vraag',
      text: 'Wat, wanneer en in welke buurt. Uw adres blijft geheim tot u ja zegt tegen een buur.',
    },
    {
      title: 'Wij vragen buren',
      text: 'Een paar buren tegelijk, alleen mensen die dit willen doen. Zij zeggen ja of nee.',
    },
    {
      title: 'Lukt het niet? Wij bellen u',
      text: 'Uw coördinator belt en zoekt met u verder. U krijgt altijd antwoord.',
    },
  ],
  callHeading: 'Liever bellen?',
  callText: (desk: string) => `${desk} schrijft uw vraag voor u op.`,
  callFallback: 'Het loket in uw gemeente',
  urgentHeading: 'Spoed of gevaar?',
  limits: 'Buren doen geen lichamelijke zorg, geen medicijnen en geen geldzaken.',
};
