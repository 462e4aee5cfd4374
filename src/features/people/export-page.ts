import { html, type Html } from '@app/platform/pages/html.js';

/** Dutch names of what an export holds; what is not here is shown under its own name. */
const names: Readonly<Record<string, string>> = {
  account: 'Uw account',
  'help-requests': 'Uw vragen en uw hulp',
  asks: 'Vragen die wij u stelden',
  invitations: 'Uitnodigingen van uw coördinator',
  messages: 'Berichten die wij u stuurden',
  conversations: 'Berichten die u schreef',
  person: 'U',
  helperProfile: 'Hoe u wilt helpen',
  memberships: 'Uw rollen',
  sessions: 'Apparaten',
  asked: 'Wat u vroeg',
  helped: 'Waar u ja op zei',
  email: 'E-mail',
  givenName: 'Voornaam',
  familyName: 'Achternaam',
  phone: 'Telefoon',
  language: 'Taal',
  ageBand: 'Leeftijd',
  neighbourhoodCode: 'Buurt',
  categories: 'Wat u doet',
  category: 'Soort hulp',
  availability: 'Wanneer u kunt',
  quietHours: 'Uw rust',
  weeklyAskBudget: 'Vragen per week',
  pausedUntil: 'Pauze tot',
  channels: 'Hoe wij u vragen',
  summary: 'Uw woorden',
  address: 'Adres',
  status: 'Stand',
  createdAt: 'Gemaakt op',
  sentAt: 'Verstuurd op',
  answeredAt: 'Beantwoord op',
  postedAt: 'Gevraagd op',
  closedAt: 'Klaar op',
  signedInAt: 'Ingelogd op',
  endedAt: 'Uitgelogd op',
  since: 'Sinds',
  role: 'Rol',
  association: 'Vereniging',
};

function shown(value: unknown): Html {
  if (Array.isArray(value)) {
    if (value.length === 0) return html`Niets`;
    return html`<ul>
      ${value.map((item) => html`<li>${shown(item)}</li>`)}
    </ul>`;
  }
  if (typeof value === 'object' && value !== null) {
    return html`<dl>
      ${Object.entries(value).map(
        ([name, inner]) =>
          html`<dt>${names[name] ?? name}</dt>
            <dd>${shown(inner)}</dd>`,
      )}
    </dl>`;
  }
  if (value === null || value === undefined || value === '') return html`Niet ingevuld`;
  if (typeof value === 'boolean') return value ? html`Ja` : html`Nee`;
  return html`${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/** An export as a page of its own, to read, keep or print without this service. */
export function exportPage(data: Readonly<Record<string, unknown>>, exportedAt: string): string {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Uw gegevens bij Zorgzame Buurten</title>
      </head>
      <body style="font: 1.125rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">
        <h1>Uw gegevens bij Zorgzame Buurten</h1>
        <p>
          Dit is alles wat wij van u bewaren. Gemaakt op ${exportedAt}. Bewaar dit goed: er staat persoonlijke
          informatie in.
        </p>
        ${Object.entries(data).map(
          ([name, part]) =>
            html`<h2>${names[name] ?? name}</h2>
              ${shown(part)}`,
        )}
      </body>
    </html>`.toString();
}
