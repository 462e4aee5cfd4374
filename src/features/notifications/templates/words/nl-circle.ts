/** What letters about a circle say. */
export const nlCircle = {
  circle: {
    yours: 'uw zorgkring',
    of: (name: string) => `de zorgkring van ${name}`,
    because: (circle: string) => `U krijgt deze mail omdat u meedoet in ${circle}.`,
    joining: {
      subject: (other: string, circle: string) => `${other} wil meedoen in ${circle}`,
      asks: (other: string) => `${other} vraagt of dat mag.`,
      decide: 'U beslist. Tot u ja zegt, ziet deze persoon niets.',
      button: 'Bekijk wie er wil meedoen',
    },
    joined: {
      subject: (circle: string) => `U doet mee in ${circle}`,
      lines: ['Fijn dat u meedoet.', 'In de agenda ziet u wat er nodig is. U kiest zelf wat u doet.'],
      button: 'Bekijk de agenda',
    },
    swapAsked: {
      subject: (other: string) => `Wilt u een keer ruilen met ${other}?`,
      cannot: (other: string, circle: string) => `${other} kan een keer niet in ${circle}.`,
      canYou: 'Kunt u dan? Wie het eerst ja zegt, komt.',
      button: 'Bekijk de vraag',
    },
    takenOver: {
      subject: (other: string) => `${other} neemt uw beurt over`,
      line: 'U hoeft deze keer niet te komen.',
      button: 'Bekijk de agenda',
    },
    leftOut: {
      subject: (turn: string) => `Niet nodig: ${turn}`,
      line: (circle: string) => `U hoeft deze keer niet te komen voor ${circle}.`,
      thanks: 'Dank dat u klaarstond.',
      button: 'Bekijk uw zorgkringen',
    },
    unfilled: {
      subject: (circle: string) => `Nog open in ${circle}`,
      line: 'Voor deze keren is er nog niemand:',
      board: 'Neemt niemand het? Dan vragen wij op tijd een buur via het bord.',
      button: 'Bekijk de agenda',
    },
    reminder: {
      lines: ['U zou dan komen.', 'Kunt u toch niet? Vraag iemand uit de kring, of geef uw beurt terug.'],
      button: 'Bekijk uw beurt',
    },
  },
};
