/** What letters about a gathering say. */
export const nlGathering = {
  gathering: {
    because: 'U krijgt deze mail omdat u zei dat u komt.',
    when: 'Wanneer',
    where: 'Waar',
    questions: (organiser: string) => `Vragen? Bel ${organiser}.`,
    cancelled: {
      subject: (title: string) => `Gaat niet door: ${title}`,
      line: (when: string) => `U zou komen: ${when}. Helaas gaat deze keer niet door.`,
      button: 'Bekijk andere ontmoetingen',
    },
    changed: {
      subject: (title: string) => `Veranderd: ${title}`,
      line: 'De tijd of de plaats is anders dan eerst.',
      cannot: 'Kunt u nu niet meer? Zeg dan af. Dat doet u op de pagina.',
      button: 'Bekijk de ontmoeting',
    },
    reminder: {
      subject: (title: string, when: string) => `${title}: ${when}`,
      line: 'Fijn dat u komt.',
      cannot: 'Kunt u toch niet? Zeg dan af. Dan krijgt een ander uw plek.',
      button: 'Bekijk de ontmoeting',
    },
    file: 'ontmoeting.ics',
  },
};
