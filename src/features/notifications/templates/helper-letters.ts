import { doList, dontList } from './do-and-dont.js';
import { button, heading, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { capital } from './plain-text.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { AgreementData, HelperCancelledData, HelperConfirmedData } from './template-data.js';
import { dayText, windowText } from './time-text.js';

const because = 'U krijgt deze mail omdat u zei: ja, ik help.';

function cannot({ owner }: AgreementData): Block[] {
  return [
    text('Kunt u toch niet? Zeg het op tijd. Wij vragen dan een andere buur.'),
    person(`Twijfelt u? Bel ${owner.givenName}`, owner),
  ];
}

/** You said yes; the asker still says whether it is all right. */
export function helperAccepted(data: AgreementData): LetterDraft {
  const name = nameOr(data.askerGivenName, 'Uw buur');
  return {
    subject: `U wilt helpen: ${aboutText(data)}. Dank u wel!`,
    preview: `U zei ja: ${aboutText(data)}. ${name} zegt nog of het goed is.`,
    title: 'U zei ja. Dank u wel!',
    blocks: [
      text(`${name} ziet uw voornaam en zegt of het goed is.`),
      text('Dan krijgt u bericht. U hoeft nu niets te doen.'),
      factRows(data),
      button('Bekijk de afspraak', data.agreementUrl),
      ...cannot(data),
    ],
    because,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}

/** The agreement stands. The address is behind the link, for whoever signs in. */
export function helperConfirmed(data: HelperConfirmedData): LetterDraft {
  const name = nameOr(data.askerGivenName, 'uw buur');
  const when = windowText(data.window, data.now);
  return {
    subject: `U helpt ${name}: ${aboutText(data)}, ${dayText(data.window.until, data.now)}`,
    preview: `U helpt ${name}, ${when}. Het adres staat in Zorgzame Buurten.`,
    title: `U helpt ${name}. Dank u wel!`,
    blocks: [
      text(`${capital(name)} vindt het goed dat u komt.`),
      factRows(data),
      text('Het adres en het telefoonnummer staan in Zorgzame Buurten. Log in om ze te zien.'),
      button('Bekijk het adres', data.agreementUrl),
      text('Deze mail heeft een bijlage voor uw agenda.'),
      heading('Dit doet u wel'),
      list(doList[data.category]),
      heading('Dit hoeft u niet'),
      list(dontList),
      heading('Na de hulp'),
      text('Wij vragen u allebei: is het gelukt? Dat is alles.'),
      ...cannot(data),
    ],
    because,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}

/** The help is not needed any more. */
export function helperCancelled(data: HelperCancelledData): LetterDraft {
  const name = nameOr(data.askerGivenName, 'Uw buur');
  return {
    subject: `Niet meer nodig: ${aboutText(data)}`,
    preview: `${name} heeft de hulp niet meer nodig. U hoeft niet te komen.`,
    title: 'De hulp is niet meer nodig',
    blocks: [
      text(`${name} heeft de hulp niet meer nodig. U hoeft niet te komen.`),
      factRows(data),
      text('Fijn dat u wilde helpen. Dank u wel!'),
      ...(data.wasConfirmed ? [text('Staat de afspraak in uw agenda? De bijlage haalt hem weg.')] : []),
      button('Bekijk mijn afspraken', data.agreementUrl),
      person(`Vragen? ${data.owner.givenName} helpt u`, data.owner),
    ],
    because,
    smsUrl: null,
    call: data.owner,
  };
}

/** From reserve to needed. */
export function helperPromoted(data: AgreementData): LetterDraft {
  const name = nameOr(data.askerGivenName, 'Uw buur');
  return {
    subject: `U bent nu nodig: ${aboutText(data)}, ${dayText(data.window.until, data.now)}`,
    preview: `U was reserve en u bent nu nodig: ${aboutText(data)}, ${windowText(data.window, data.now)}.`,
    title: 'U was reserve. Nu bent u nodig',
    blocks: [
      text('De andere buur kan toch niet. Fijn dat u wilt inspringen.'),
      factRows(data),
      text(`${name} ziet uw voornaam en zegt of het goed is. Daarna ziet u het adres.`),
      button('Bekijk de afspraak', data.agreementUrl),
      ...cannot(data),
    ],
    because,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}
