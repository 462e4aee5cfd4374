import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PublicationDocument, PublishedTable } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';
import { dayText, heldBackMark, quarterText } from './publication-text.js';

const page = { width: 595.28, height: 841.89 };
const margin = 48;
const inner = page.width - 2 * margin;
const nameWidth = 138;
const barWidth = 240;
const rowHeight = 15;

/** The publication as a report for the council on A4, in black and white. */
export function councilReport(publication: PublicationDocument): Promise<Buffer> {
  const { municipality, quarter, publishedAt, version, reason, rules, source, tables } = publication;
  const title = `Burenhulp in ${municipality.name}, ${quarterText(quarter)}`;
  const pdf = new PDFDocument({ size: 'A4', margin, lang: 'nl', displayTitle: true, info: { Title: title } });
  const written = buffer(pdf);
  pdf.font('Helvetica-Bold').fontSize(20).text(title);
  pdf
    .font('Helvetica')
    .fontSize(10)
    .moveDown(0.5)
    .text(`Gepubliceerd op ${dayText(publishedAt)}, versie ${version}.`);
  if (reason !== null) pdf.text(`Verbeterd, omdat: ${reason}`);
  pdf.moveDown(0.5).text(rules).moveDown(0.5).text(source);
  for (const table of tables) drawTable(pdf, table);
  pdf.end();
  return written;
}

function drawTable(pdf: PDFKit.PDFDocument, table: PublishedTable): void {
  const { title, columns, rows, definitions } = table;
  const whole = rows.find(({ code }) => code === allRow);
  keepTogether(pdf, 90 + (columns.length * 2 + 3) * rowHeight);
  pdf.x = margin;
  pdf.moveDown(1.2).font('Helvetica-Bold').fontSize(13).text(title, margin).moveDown(0.4);
  if (whole && rows.length > 1) drawBars(pdf, columns, whole.values);
  drawRow(pdf, ['', ...rows.map(({ name }) => name)], { bold: true, height: 3 * 9 });
  columns.forEach(({ name }, index) => {
    const values = rows.map(({ values: all }) => String(all[index] ?? heldBackMark));
    drawRow(pdf, [name, ...values], { bold: false, height: rowHeight });
  });
  pdf.x = margin;
  pdf.moveDown(0.6).fontSize(9);
  for (const { name, definition } of definitions) {
    pdf.font('Helvetica-Bold').text(`${name}: `, margin, pdf.y, { continued: true, width: inner });
    pdf.font('Helvetica').text(definition);
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
  const left = margin + nameWidth + 30;
  columns.forEach(({ name }, index) => {
    const y = pdf.y;
    const value = values[index] ?? null;
    const length = (barWidth * (value ?? 0)) / most;
    pdf
      .font('Helvetica')
      .fontSize(8.5)
      .text(name, margin, y, { width: nameWidth + 24, height: 10, ellipsis: true });
    if (length > 0) pdf.rect(left, y, length, 8).fill('#555');
    pdf.fillColor('#000').text(String(value ?? heldBackMark), left + length + 5, y, { lineBreak: false });
    pdf.y = y + rowHeight - 2;
  });
  pdf.y += 8;
}

function drawRow(
  pdf: PDFKit.PDFDocument,
  cells: readonly string[],
  { bold, height }: { readonly bold: boolean; readonly height: number },
): void {
  const y = pdf.y;
  const width = (inner - nameWidth) / Math.max(1, cells.length - 1);
  pdf.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(bold ? 6.5 : 8.5);
  cells.forEach((text, index) => {
    const x = index === 0 ? margin : margin + nameWidth + (index - 1) * width;
    pdf.text(text, x + 1, y + 2, {
      width: (index === 0 ? nameWidth : width) - 3,
      height: height - 2,
      align: index === 0 ? 'left' : 'right',
      ellipsis: true,
    });
  });
  pdf.y = y + height;
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + inner, pdf.y)
    .lineWidth(bold ? 1 : 0.3)
    .stroke('#555');
}
