import { button, heading, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { capital } from './plain-text.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { AgreementData, HelperCancelledData, HelperConfirmedData } from './data/to-helpers.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

function cannot({ owner, language }: AgreementData): Block[] {
  const words = wordsIn(language);
  return [text(words.agreement.cannot), person(words.doubt(owner.givenName), owner)];
}

/** You said yes; the asker still says whether it is all right. */
export function helperAccepted(data: AgreementData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.agreement;
  const name = nameOr(data.askerGivenName, words.someone.yourNeighbour);
  return {
    subject: say.acceptedSubject(aboutText(data)),
    preview: say.acceptedPreview(aboutText(data), name),
    title: say.acceptedTitle,
    blocks: [
      text(words.askerSays(name)),
      text(say.acceptedNext),
      factRows(data),
      button(words.seeAgreement, data.agreementUrl),
      ...cannot(data),
    ],
    because: words.because.yes,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}

/** The agreement stands. The address is behind the link, for whoever signs in. */
export function helperConfirmed(data: HelperConfirmedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.agreement;
  const { dayText, windowText } = timeTextIn(data.language);
  const name = nameOr(data.askerGivenName, words.someone.yourNeighbourWithin);
  const help = say.help(name);
  return {
    subject: `${help}: ${aboutText(data)}, ${dayText(data.window.until, data.now)}`,
    preview: `${help}, ${windowText(data.window, data.now)}. ${say.addressWhere}`,
    title: `${help}. ${say.thanks}`,
    blocks: [
      text(say.agrees(capital(name))),
      factRows(data),
      text(`${words.addressInApp} ${say.signIn}`),
      button(say.seeAddress, data.agreementUrl),
      text(say.attachment),
      heading(say.does),
      list(words.categories[data.category].does),
      heading(say.doesNot),
      list(say.doesNotList),
      heading(say.after),
      text(say.afterText),
      ...cannot(data),
    ],
    because: words.because.yes,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}

/** The help is not needed any more. */
export function helperCancelled(data: HelperCancelledData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.agreement;
  const over = say.cancelledText(nameOr(data.askerGivenName, words.someone.yourNeighbour));
  return {
    subject: say.cancelledSubject(aboutText(data)),
    preview: over,
    title: say.cancelledTitle,
    blocks: [
      text(over),
      factRows(data),
      text(say.cancelledThanks),
      ...(data.wasConfirmed ? [text(say.cancelledCalendar)] : []),
      button(say.seeAll, data.agreementUrl),
      person(words.questions(data.owner.givenName), data.owner),
    ],
    because: words.because.yes,
    smsUrl: null,
    call: data.owner,
  };
}

/** From reserve to needed. */
export function helperPromoted(data: AgreementData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.agreement;
  const { dayText, windowText } = timeTextIn(data.language);
  const name = nameOr(data.askerGivenName, words.someone.yourNeighbour);
  return {
    subject: say.promotedSubject(aboutText(data), dayText(data.window.until, data.now)),
    preview: say.promotedPreview(aboutText(data), windowText(data.window, data.now)),
    title: say.promotedTitle,
    blocks: [
      text(say.promotedText),
      factRows(data),
      text(words.ask.afterText(name)),
      button(words.seeAgreement, data.agreementUrl),
      ...cannot(data),
    ],
    because: words.because.yes,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}
