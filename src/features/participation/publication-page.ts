import type { PublicationDocument, PublicationSummary, PublishedTable } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';
import { html, type Html } from '@app/platform/pages/html.js';
import { heading, stateCard } from '@app/platform/pages/page-parts.js';
import { renderPage, type PageFrame } from '@app/platform/pages/render-page.js';
import { dayText, heldBackMark, quarterText } from './publication-text.js';

/** The public figures of a quarter; with print styles it is the report as well. */
export function publicationPage(
  frame: PageFrame,
  publication: PublicationDocument,
  all: readonly PublicationSummary[],
): string {
  const { municipality, quarter, tables, rules, source } = publication;
  const title = `Cijfers ${municipality.name}, ${quarterText(quarter)}`;
  const file = fileName(publication);
  return renderPage({
    ...frame,
    title,
    description: `Hoeveel buren elkaar helpen in ${municipality.name}.`,
    body: html`<div class="zb-wrap zb-flow zb-flow--l zb-figures">
      ${heading(title, versionText(publication))} ${newerVersion(publication, all)}
      <ul class="zb-figures__files">
        <li><a class="utrecht-link utrecht-link--html-a" href="/cijfers/${file}.pdf">Verslag (PDF)</a></li>
        <li><a class="utrecht-link utrecht-link--html-a" href="/cijfers/${file}.csv">Tabellen (CSV)</a></li>
        <li><a class="utrecht-link utrecht-link--html-a" href="/cijfers/${file}.ods">Rekenblad (ODS)</a></li>
        <li><a class="utrecht-link utrecht-link--html-a" href="/cijfers/${file}.json">Gegevens (JSON)</a></li>
      </ul>
      <p>${rules}</p>
      ${tables.map(tableSection)}
      <p>${source}</p>
      ${otherPublications(publication, all)}
    </div>`,
  });
}

/** Before anything was published. */
export function noPublicationPage(frame: PageFrame): string {
  return renderPage({
    ...frame,
    title: 'Cijfers',
    body: stateCard('clock', 'Er zijn nog geen cijfers', 'Na afloop van een kwartaal staan de cijfers hier.'),
  });
}

/** A correction keeps what it corrects beside it. */
export function fileName({ quarter, version }: Pick<PublicationDocument, 'quarter' | 'version'>): string {
  return version === 1 ? quarter : `${quarter}-v${version}`;
}

function versionText({ version, publishedAt, reason }: PublicationDocument): string {
  const published = `Gepubliceerd op ${dayText(publishedAt)}.`;
  return version === 1 ? published : `${published} Dit is versie ${version}. Verbeterd, omdat: ${reason ?? ''}`;
}

function newerVersion({ quarter, version }: PublicationDocument, all: readonly PublicationSummary[]): Html | undefined {
  const newer = all.find((one) => one.quarter === quarter && one.version > version);
  return (
    newer &&
    html`<p>
      <strong>Deze cijfers zijn verbeterd.</strong>
      <a class="utrecht-link utrecht-link--html-a" href="/cijfers/${fileName(newer)}">Bekijk versie ${newer.version}</a>
    </p>`
  );
}

function tableSection({ code, title, definitions, columns, rows }: PublishedTable): Html {
  const id = `tabel-${code}`;
  const whole = rows.find((row) => row.code === allRow);
  return html`<section class="zb-flow zb-flow--s zb-figures__table" aria-labelledby="${id}">
    <h2 class="utrecht-heading-2" id="${id}">${title}</h2>
    ${whole && bars(columns, whole.values)}
    <div class="zb-scroll" role="region" tabindex="0" aria-labelledby="${id}">
      <table class="utrecht-table">
        <thead>
          <tr>
            <th scope="col">Wat</th>
            ${rows.map(({ name }) => html`<th scope="col" class="r">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${columns.map(
            ({ name }, index) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${rows.map(({ values }) => html`<td class="r">${values[index] ?? heldBackMark}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <dl>
      ${definitions.map(
        ({ name, definition }) =>
          html`<dt><strong>${name}</strong></dt>
            <dd>${definition}</dd>`,
      )}
    </dl>
  </section>`;
}

const rowHeight = 28;
const chart = { label: 260, bar: 300, number: 60 };

/** The same numbers as bars; the table beside it is what is read aloud. */
function bars(columns: PublishedTable['columns'], values: readonly (number | null)[]): Html {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const width = chart.label + chart.bar + chart.number;
  return html`<svg class="zb-bars" viewBox="0 0 ${width} ${columns.length * rowHeight}" aria-hidden="true">
    ${columns.map(({ name }, index) => {
      const value = values[index] ?? null;
      const y = index * rowHeight;
      const length = Math.round((chart.bar * (value ?? 0)) / most);
      return html`<text x="0" y="${y + 19}">${name}</text>
        <rect x="${chart.label}" y="${y + 5}" width="${length}" height="18"></rect>
        <text x="${chart.label + length + 8}" y="${y + 19}">${value ?? heldBackMark}</text>`;
    })}
  </svg>`;
}

function otherPublications(current: PublicationDocument, all: readonly PublicationSummary[]): Html | false {
  const others = all.filter(({ quarter, version }) => quarter !== current.quarter || version !== current.version);
  return (
    others.length > 0 &&
    html`<nav class="zb-flow zb-flow--s zb-figures__others" aria-labelledby="andere">
      <h2 class="utrecht-heading-2" id="andere">Andere publicaties</h2>
      <ul>
        ${others.map(
          (one) =>
            html`<li>
              <a class="utrecht-link utrecht-link--html-a" href="/cijfers/${fileName(one)}"
                >${quarterText(one.quarter)}, versie ${one.version}</a
              >
              (${dayText(one.publishedAt)}${one.reason !== null && `, verbeterd: ${one.reason}`})
            </li>`,
        )}
      </ul>
    </nav>`
  );
}
