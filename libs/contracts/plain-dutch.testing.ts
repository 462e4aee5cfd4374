/** Words of offices and systems, each with the plainer word that we use. The one list for app, letters and pages. */
const wordsToAvoid: Readonly<Record<string, string>> = {
  'aanvra(?:ag|gen)': 'vraag',
  'accepte\\w*': 'ja zeggen',
  'account aanmaken': 'inloggen met uw e-mail',
  'afwijz\\w*': 'nee zeggen',
  'annule\\w*': 'intrekken, stoppen',
  dient: 'moet',
  'escal\\w*': 'overnemen',
  gebruiker: 'u, iemand',
  geselecteerd: 'gekozen',
  'in behandeling': 'wij kijken ernaar',
  indien: 'als',
  'match\\w*': 'buur, ja',
  middels: 'met',
  'ongeldig\\w*': 'klopt niet',
  'persoonsgegeven\\w*': 'gegevens',
  procedure: 'zo gaat het',
  'registre\\w+': 'inloggen, opschrijven',
  respons: 'antwoord',
  succesvol: 'gelukt',
  teneinde: 'om',
  uitblijven: 'niet komen',
  urgentie: 'spoed',
  'verifi\\w*': 'nakijken',
  'verplicht\\w*': 'nodig',
  verwerkt: 'klaar, bewaard',
  'vrijwilliger worden': 'wel bereid zijn',
  'wachtlijst\\w*': 'reserve',
  'weiger\\w*': 'nee zeggen',
};

const avoided = new RegExp(`\\b(?:${Object.keys(wordsToAvoid).join('|')})\\b`, 'gi');
const mostWords = 15;
const longWord = 16;

/** Long words that people here know, or that say exactly what is meant. */
const knownLongWords = new Set(['gezondheidsmonitor', 'huisartsenpost', 'persoonsgegevens', 'toegankelijkheid']);

/** Names that hold such a word. */
const names = /Autoriteit Persoonsgegevens/g;

/** Each word of offices that a text holds. */
export function officeWordsIn(text: string): readonly string[] {
  return text.replace(names, '').match(avoided) ?? [];
}

/** Sentences of a text that are too long to take in at once: more than 15 words. */
export function longSentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence.split(/\s+/).length > mostWords);
}

/** Words that are long, and so mostly rare, apart from those that were looked at and kept. */
export function longWordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-zà-ÿ]+/g) ?? [];
  return words.filter((word) => word.length >= longWord && !knownLongWords.has(word));
}
