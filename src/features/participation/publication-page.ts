import type { PublicationDocument, PublicationSummary, PublishedTable } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';
import { html, type Html } from '@app/platform/pages/html.js';
import { heading, stateCard } from '@app/platform/pages/page-parts.js';
import { renderPage, type PageFrame } from '@app/platform/pages/render-page.js';
import { briefOf } from './publication-brief.js';
import { dayText, heldBackMark, quarterText, toldOf, type ToldLine } from './publication-text.js';

/** What stands beside a publication: every other one, and the quarter before as it was published then. */
export interface PublicationSurroundings {
  readonly all: readonly PublicationSummary[];
  readonly before: PublicationDocument | undefined;
}

/** The public figures of a quarter; with print styles it is the report as well. */
export function publicationPage(
  frame: PageFrame,
  publication: PublicationDocument,
  { all, before }: PublicationSurroundings,
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
      ${inBrief(briefOf(publication, before))}
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

function inBrief(sentences: readonly string[]): Html | false {
  return (
    sentences.length > 0 &&
    html`<section class="zb-flow zb-flow--s" aria-labelledby="kort">
      <h2 class="utrecht-heading-2" id="kort">In het kort</h2>
      <ul class="zb-flow zb-flow--xs">
        ${sentences.map((sentence, index) => html`<li>${index === 0 ? html`<strong>${sentence}</strong>` : sentence}</li>`)}
      </ul>
    </section>`
  );
}

function tableSection(table: PublishedTable): Html {
  const { code, title, definitions, rows } = table;
  const id = `tabel-${code}`;
  const { lines, notShown } = toldOf(table);
  const whole = rows.findIndex((row) => row.code === allRow);
  return html`<section class="zb-flow zb-flow--s zb-figures__table" aria-labelledby="${id}">
    <h2 class="utrecht-heading-2" id="${id}">${title}</h2>
    ${lines.length > 0 && bars(lines.map(({ name, values }) => ({ name, value: values[whole] ?? null })))}
    ${lines.length > 0 && linesOf(id, rows, lines)} ${notShown !== null && html`<p>${notShown}</p>`}
    <dl>
      ${definitions.map(
        ({ name, definition }) =>
          html`<dt><strong>${name}</strong></dt>
            <dd>${definition}</dd>`,
      )}
    </dl>
  </section>`;
}

function linesOf(id: string, rows: PublishedTable['rows'], lines: readonly ToldLine[]): Html {
  return html`<div class="zb-scroll" role="region" tabindex="0" aria-labelledby="${id}">
    <table class="utrecht-table">
      <thead>
        <tr>
          <th scope="col">Wat</th>
          ${rows.map(({ name }) => html`<th scope="col" class="r">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ name, values }) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${values.map((value) => html`<td class="r">${value ?? heldBackMark}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const rowHeight = 28;
const chart = { label: 300, bar: 300, number: 60 };

/** The same numbers as bars; the table beside it is what is read aloud. */
function bars(lines: readonly { readonly name: string; readonly value: number | null }[]): Html {
  const most = Math.max(1, ...lines.map(({ value }) => value ?? 0));
  const width = chart.label + chart.bar + chart.number;
  return html`<svg class="zb-bars" viewBox="0 0 ${width} ${lines.length * rowHeight}" aria-hidden="true">
    ${lines.map(({ name, value }, index) => {
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
