import type { SignedInDevice } from '@app/contracts/http/my-rights.js';

const browsers: Record<SignedInDevice['browser'], string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  other: 'Een browser',
};
const platforms: Record<SignedInDevice['platform'], string> = {
  android: 'Android',
  ios: 'iPhone of iPad',
  linux: 'Linux',
  macos: 'Mac',
  windows: 'Windows',
  other: 'een apparaat',
};

export const rights = {
  browsers,
  platforms,
  title: 'Uw rechten',
  proof: (email: string) => `Voor de zekerheid sturen wij een code naar ${email}.`,
  sendCode: 'Stuur mij een code',
  devices: {
    title: 'Waar u bent ingelogd',
    link: 'Bekijk waar u bent ingelogd',
    device: (browser: string, platform: string) => `${browser} op ${platform}`,
    here: 'Dit apparaat',
    since: (day: string) => `Ingelogd op ${day}`,
    end: (device: string) => `Log uit op ${device}`,
    endOthers: 'Log overal uit, behalve hier',
    ended: 'Uitgelogd op dat apparaat.',
    endedOthers: 'U bent nu alleen nog hier ingelogd.',
  },
  email: {
    title: 'Een ander e-mailadres',
    lead: 'Wij sturen een code naar uw oude en naar uw nieuwe adres.',
    next: 'Uw nieuwe e-mailadres',
    send: 'Stuur 2 codes',
    codeOld: (email: string) => `Code uit de e-mail naar ${email}`,
    save: 'Verander mijn adres',
  },
  take: {
    title: 'Neem uw gegevens mee',
    link: 'Neem uw gegevens mee',
    lead: 'U krijgt alles wat wij van u bewaren. Over anderen staat er niets in.',
    make: 'Maak het bestand',
    ready: 'Uw gegevens staan klaar',
    readyText: 'Bewaar het bestand op een veilige plek. Wij houden het niet voor u vast.',
    page: 'Bewaar als leesbare pagina',
    data: 'Bewaar als gegevensbestand (JSON)',
  },
  erase: {
    title: 'Wis uw account',
    link: 'Wis uw account',
    lead: 'Dit kunt u niet terugdraaien. Dit gebeurt er:',
    effects: [
      'Uw lopende vragen stoppen. Buren krijgen bericht.',
      'Uw afspraken gaan niet door. Wij zoeken een andere buur.',
      'Uw naam, adres, telefoon en berichten verdwijnen meteen.',
      'Wij weten daarna alleen nog dat er ooit een vraag was, niet van wie.',
    ],
    instead: 'Wilt u alleen even rust? Neem dan een pauze.',
    pause: 'Naar mijn pauze',
    yes: 'Ja, wis mijn account',
    done: 'Uw account is gewist',
    doneText: 'Bedankt dat u meedeed. U bent altijd weer welkom.',
  },
};
