import type { Language } from '@app/contracts/http/vocabulary.js';
import { button, heading, link, person, text, type Block, type LetterDraft } from './letter-block.js';
import { callerHasHelper } from './caller-letters.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import { capital, safeUrl } from './plain-text.js';
import type {
  Alternative,
  AskerEscalatedData,
  AskerExpiredData,
  AskerHasHelperData,
  HelperWithdrewData,
} from './data/to-askers.js';
import { wordsIn } from './words/letter-words.js';

/** A neighbour said yes: the asker decides, or decided beforehand. */
export function askerHasHelper(data: AskerHasHelperData): LetterDraft {
  if (data.caller !== null) return callerHasHelper(data, data.caller);
  const words = wordsIn(data.language);
  const say = words.askerHasHelper;
  const name = nameOr(data.helperGivenName, words.someone.neighbour);
  const { confirmUrl, requestUrl, owner } = data;
  const settled = data.autoConfirmed;
  const title = settled ? say.comes(name) : say.wants(name);
  const instead: Block[] =
    data.insteadOf === null
      ? []
      : [text(say.instead(nameOr(data.insteadOf, words.someone.otherNeighbour), capital(name)))];
  const next: Block[] = settled
    ? [text(say.sees(name))]
    : [text(say.ifYes(name)), text(say.ratherNot(owner.givenName))];
  return {
    subject: `${title}: ${aboutText(data)}`,
    preview: `${title}. ${settled ? words.nothingToDo : say.say}`,
    title,
    blocks: [
      ...instead,
      ...next,
      ...(confirmUrl === null || settled ? [] : [button(say.yes, confirmUrl)]),
      factRows(data),
      link(words.seeRequest, requestUrl),
      person(words.doubt(owner.givenName), owner),
    ],
    because: words.because.asker,
    smsUrl: settled ? requestUrl : (confirmUrl ?? requestUrl),
    call: owner,
  };
}

/** The neighbour cannot come after all; the search goes on. */
export function helperWithdrew(data: HelperWithdrewData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.helperWithdrew;
  const name = nameOr(data.helperGivenName, words.someone.yourNeighbour);
  return {
    subject: say.subject(name),
    preview: say.preview(name),
    title: say.title(name),
    blocks: [
      text(say.now),
      text(say.nobody(data.owner.givenName)),
      factRows(data),
      button(words.seeRequest, data.requestUrl),
      person(say.talk, data.owner),
    ],
    because: words.because.asker,
    smsUrl: data.requestUrl,
    call: data.owner,
  };
}

/** A person takes over, with a name and a number. */
export function askerEscalated(data: AskerEscalatedData): LetterDraft {
  const { owner, level, reason, requestUrl } = data;
  const words = wordsIn(data.language);
  const say = words.escalated;
  return {
    subject: say.subject(owner.givenName),
    preview: `${say[reason]} ${say.preview(owner.givenName)}`,
    title: say.title(owner.givenName),
    blocks: [
      text(say[reason]),
      text(say.calls(owner.givenName, owner.organisation)),
      text(level === 1 ? say.coordinator(owner.givenName) : say.desk(owner.givenName)),
      text(say.yet),
      factRows(data),
      person(words.dontWait, owner),
      link(words.seeRequest, requestUrl),
    ],
    because: words.because.asker,
    smsUrl: requestUrl,
    call: owner,
  };
}

function alternativeBlocks({ name, description, phone, url }: Alternative, language: Language): Block[] {
  const say = wordsIn(language).expired;
  const call = phone === null ? '' : ` ${say.call(phone)}`;
  const about: Block = { kind: 'text', text: `${name}: ${description}.${call}` };
  return url === null || safeUrl(url) === undefined ? [about] : [about, link(say.more(name), url)];
}

/** Nobody came: a call and other roads, never silence. */
export function askerExpired(data: AskerExpiredData): LetterDraft {
  const { owner, alternatives, ownText, requestUrl, language } = data;
  const words = wordsIn(language);
  const say = words.expired;
  return {
    subject: say.subject(owner.givenName),
    preview: say.preview(owner.givenName),
    title: say.title,
    blocks: [
      text(say.sorry),
      text(say.calls(owner.givenName)),
      factRows(data),
      person(words.dontWait, owner),
      ...(ownText === null ? [] : [text(ownText)]),
      ...(alternatives.length === 0 ? [] : [heading(say.other)]),
      ...alternatives.flatMap((alternative) => alternativeBlocks(alternative, language)),
      button(words.seeRequest, requestUrl),
    ],
    because: words.because.asker,
    smsUrl: requestUrl,
    call: owner,
  };
}
