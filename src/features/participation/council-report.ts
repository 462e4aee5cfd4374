import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PublicationDocument, PublishedTable } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';
import { dayText, heldBackMark, quarterText } from './publication-text.js';
import { decoration, tagged, within } from './tagged-pdf.js';

const page = { width: 595.28, height: 841.89 };
const margin = 48;
const inner = page.width - 2 * margin;
const nameWidth = 166;
const barWidth = 240;
const rowHeight = 15;
const footerAt = page.height - 32;

/** The publication as a report for the council on A4, in black and white, tagged for readers that speak. */
export function councilReport(publication: PublicationDocument): Promise<Buffer> {
  const { municipality, quarter, publishedAt, version, reason, rules, source, tables } = publication;
  const title = `Burenhulp in ${municipality.name}, ${quarterText(quarter)}`;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'nl-NL',
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    bufferPages: true,
    info: { Title: title, Author: `Gemeente ${municipality.name}`, CreationDate: new Date(publishedAt) },
  });
  const written = buffer(pdf);
  const report = pdf.struct('Document');
  pdf.addStructure(report);
  tagged(pdf, report, 'H1', () => pdf.font('Helvetica-Bold').fontSize(20).text(title));
  pdf.font('Helvetica').fontSize(10).moveDown(0.5);
  const paragraphs = [
    `Gepubliceerd op ${dayText(publishedAt)}, versie ${version}.`,
    ...(reason === null ? [] : [`Verbeterd, omdat: ${reason}`]),
    rules,
    `Een streepje (${heldBackMark}) is een aantal dat er niet in staat.`,
    source,
  ];
  for (const words of paragraphs) tagged(pdf, report, 'P', () => pdf.text(words).moveDown(0.5));
  for (const table of tables) within(pdf, report, 'Sect', (section) => drawTable(pdf, section, table));
  report.end();
  numberPages(pdf, title);
  pdf.end();
  return written;
}

function drawTable(pdf: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement, table: PublishedTable): void {
  const { title, columns, rows, definitions } = table;
  const whole = rows.find(({ code }) => code === allRow);
  keepTogether(pdf, 90 + (columns.length * 2 + 3) * rowHeight);
  pdf.x = margin;
  pdf.moveDown(1.2);
  tagged(pdf, section, 'H2', () => pdf.font('Helvetica-Bold').fontSize(13).text(title, margin).moveDown(0.4));
  if (whole && rows.length > 1) {
    const inWords = columns.map(({ name }, index) => `${name} ${whole.values[index] ?? 'niet getoond'}`).join(', ');
    tagged(pdf, section, 'Figure', () => drawBars(pdf, columns, whole.values), `${whole.name}: ${inWords}.`);
  }
  within(pdf, section, 'Table', (element) => {
    drawRow(pdf, element, ['', ...rows.map(({ name }) => name)], { isHead: true, height: 3 * 9 });
    columns.forEach(({ name }, index) => {
      const values = rows.map(({ values: all }) => String(all[index] ?? heldBackMark));
      drawRow(pdf, element, [name, ...values], { isHead: false, height: rowHeight });
    });
  });
  pdf.x = margin;
  pdf.moveDown(0.6).fontSize(9);
  for (const { name, definition } of definitions) {
    tagged(pdf, section, 'P', () => {
      pdf.font('Helvetica-Bold').text(`${name}: `, margin, pdf.y, { continued: true, width: inner });
      pdf.font('Helvetica').text(definition);
    });
  }
}

/** A table that does not fit begins on a page of its own. */
function keepTogether(pdf: PDFKit.PDFDocument, height: number): void {
  if (pdf.y + height > page.height - margin) pdf.addPage();
}

function drawBars(
  pdf: PDFKit.PDFDocument,
  columns: PublishedTable['columns'],
  values: readonly (number | null)[],
): void {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const left = margin + nameWidth + 16;
  columns.forEach(({ name }, index) => {
    const y = pdf.y;
    const value = values[index] ?? null;
    const length = (barWidth * (value ?? 0)) / most;
    pdf
      .font('Helvetica')
      .fontSize(8.5)
      .text(name, margin, y, { width: nameWidth + 10, height: 10, ellipsis: true });
    if (length > 0) pdf.rect(left, y, length, 8).fill('#555');
    pdf.fillColor('#000').text(String(value ?? heldBackMark), left + length + 5, y, { lineBreak: false });
    pdf.y = y + rowHeight - 2;
  });
  pdf.y += 8;
}

function drawRow(
  pdf: PDFKit.PDFDocument,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  { isHead, height }: { readonly isHead: boolean; readonly height: number },
): void {
  const y = pdf.y;
  const width = (inner - nameWidth) / Math.max(1, cells.length - 1);
  pdf.font(isHead ? 'Helvetica-Bold' : 'Helvetica').fontSize(isHead ? 6.2 : 8.5);
  within(pdf, table, 'TR', (row) =>
    cells.forEach((text, index) => {
      const x = index === 0 ? margin : margin + nameWidth + (index - 1) * width;
      const draw = () =>
        pdf.text(text, x + 1, y + 3, {
          width: (index === 0 ? nameWidth : width) - 3,
          height: height - 2,
          align: index === 0 ? 'left' : 'right',
          ellipsis: true,
        });
      tagged(pdf, row, isHead || index === 0 ? 'TH' : 'TD', draw);
    }),
  );
  pdf.y = y + height;
  decoration(pdf, () =>
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(margin + inner, pdf.y)
      .lineWidth(isHead ? 1 : 0.3)
      .stroke('#555'),
  );
}

function numberPages(pdf: PDFKit.PDFDocument, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let number = start; number < start + count; number += 1) {
    pdf.switchToPage(number);
    // Below the margin, where text would otherwise begin another page.
    pdf.page.margins.bottom = 0;
    const words = `${title}, bladzijde ${number - start + 1} van ${count}`;
    decoration(pdf, () =>
      pdf
        .font('Helvetica')
        .fontSize(8)
        .text(words, margin, footerAt, { width: inner, align: 'right', lineBreak: false }),
    );
  }
}
