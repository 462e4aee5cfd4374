import { button, heading, link, person, text, type Block, type LetterDraft } from './letter-block.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import { capital, safeUrl } from './plain-text.js';
import type {
  Alternative,
  AskerEscalatedData,
  AskerExpiredData,
  AskerHasHelperData,
  HelperWithdrewData,
} from './template-data.js';

const because = 'U krijgt deze mail omdat u om hulp vroeg.';

/** A neighbour said yes: the asker decides, or decided beforehand. */
export function askerHasHelper(data: AskerHasHelperData): LetterDraft {
  const name = nameOr(data.helperGivenName, 'Een buur');
  const { confirmUrl, requestUrl, owner } = data;
  const settled = data.autoConfirmed;
  const title = settled ? `${name} komt u helpen` : `${name} wil u helpen`;
  const instead: Block[] =
    data.insteadOf === null
      ? []
      : [text(`${nameOr(data.insteadOf, 'De andere buur')} kan toch niet. ${capital(name)} springt in.`)];
  const next: Block[] = settled
    ? [text(`${name} kan uw adres en telefoonnummer zien. U hoeft niets te doen.`)]
    : [
        text(`Zegt u ja? Dan kan ${name} uw adres en telefoonnummer zien.`),
        text(`Wilt u dit liever niet? Bel ${owner.givenName}. Wij vragen dan een andere buur.`),
      ];
  return {
    subject: `${title}: ${aboutText(data)}`,
    preview: settled ? `${title}. U hoeft niets te doen.` : `${title}. Zeg of het goed is.`,
    title,
    blocks: [
      ...instead,
      ...next,
      ...(confirmUrl === null || settled ? [] : [button('Ja, dat is goed', confirmUrl)]),
      factRows(data),
      link('Bekijk mijn vraag', requestUrl),
      person(`Twijfelt u? Bel ${owner.givenName}`, owner),
    ],
    because,
    smsUrl: settled ? requestUrl : (confirmUrl ?? requestUrl),
    call: owner,
  };
}

/** The neighbour cannot come after all; the search goes on. */
export function helperWithdrew(data: HelperWithdrewData): LetterDraft {
  const name = nameOr(data.helperGivenName, 'Uw buur');
  return {
    subject: `${name} kan toch niet. Wij vragen een andere buur`,
    preview: `${name} kan toch niet. Wij vragen nu een andere buur.`,
    title: `${name} kan toch niet`,
    blocks: [
      text('Wij vragen nu een andere buur. U hoeft niets te doen.'),
      text(`Vinden wij niemand? Dan belt ${data.owner.givenName} u.`),
      factRows(data),
      button('Bekijk mijn vraag', data.requestUrl),
      person('Wilt u liever meteen iemand spreken?', data.owner),
    ],
    because,
    smsUrl: data.requestUrl,
    call: data.owner,
  };
}

/** A person takes over, with a name and a number. */
export function askerEscalated(data: AskerEscalatedData): LetterDraft {
  const { owner, level, reason, requestUrl } = data;
  const why = reason === 'clock' ? 'Er heeft nog geen buur ja gezegd.' : 'Er is nu geen buur die wij mogen storen.';
  const then =
    level === 1
      ? `${owner.givenName} zoekt nu zelf met u verder.`
      : `${owner.givenName} helpt u verder, ook met andere oplossingen.`;
  return {
    subject: `${owner.givenName} belt u over uw vraag`,
    preview: `${why} Daarom belt ${owner.givenName} u.`,
    title: `${owner.givenName} belt u`,
    blocks: [
      text(why),
      text(`Daarom belt ${owner.givenName} u, van ${owner.organisation}.`),
      text(then),
      text('Zegt er toch een buur ja? Dan hoort u het meteen.'),
      factRows(data),
      person('Wilt u niet wachten? Bel zelf', owner),
      link('Bekijk mijn vraag', requestUrl),
    ],
    because,
    smsUrl: requestUrl,
    call: owner,
  };
}

function alternativeBlocks({ name, description, phone, url }: Alternative): Block[] {
  const call = phone === null ? '' : ` Bel ${phone}.`;
  const about: Block = { kind: 'text', text: `${name}: ${description}.${call}` };
  return url === null || safeUrl(url) === undefined ? [about] : [about, link(`Lees meer over ${name}`, url)];
}

/** Nobody came: a call and other roads, never silence. */
export function askerExpired(data: AskerExpiredData): LetterDraft {
  const { owner, alternatives, ownText, requestUrl } = data;
  return {
    subject: `Wij vonden geen buur. ${owner.givenName} belt u`,
    preview: `Het is niet gelukt een buur te vinden. ${owner.givenName} belt u.`,
    title: 'Het is niet gelukt een buur te vinden',
    blocks: [
      text('Dat spijt ons. U staat er niet alleen voor.'),
      text(`${owner.givenName} belt u en denkt met u mee.`),
      factRows(data),
      person('Wilt u niet wachten? Bel zelf', owner),
      ...(ownText === null ? [] : [text(ownText)]),
      ...(alternatives.length === 0 ? [] : [heading('Andere hulp')]),
      ...alternatives.flatMap(alternativeBlocks),
      button('Bekijk mijn vraag', requestUrl),
    ],
    because,
    smsUrl: requestUrl,
    call: owner,
  };
}
