import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PublicationDocument, PublishedTable } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';
import { briefOf } from './publication-brief.js';
import { dayText, heldBackMark, quarterText, toldOf } from './publication-text.js';
import { decoration, tagged, within } from './tagged-pdf.js';

const page = { width: 595.28, height: 841.89 };
const margin = 48;
const inner = page.width - 2 * margin;
const barNameWidth = 182;
const barWidth = 230;
const barHeight = 13;
const gap = 3;
const footerAt = page.height - 32;

/**
 * The publication as a report for the council on A4, in black and white, tagged for readers that speak.
 * @param before the quarter before as it was published then, to compare with
 */
export function councilReport(publication: PublicationDocument, before?: PublicationDocument): Promise<Buffer> {
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
  const paragraph = (words: string): void => tagged(pdf, report, 'P', () => pdf.text(words).moveDown(0.5));
  paragraph(`Gepubliceerd op ${dayText(publishedAt)}, versie ${version}.`);
  if (reason !== null) paragraph(`Verbeterd, omdat: ${reason}`);
  drawBrief(pdf, report, briefOf(publication, before));
  for (const words of [rules, `Een streepje (${heldBackMark}) is een aantal dat er niet in staat.`, source])
    paragraph(words);
  for (const table of tables) within(pdf, report, 'Sect', (section) => drawTable(pdf, section, table));
  report.end();
  numberPages(pdf, title);
  pdf.end();
  return written;
}

function drawBrief(pdf: PDFKit.PDFDocument, report: PDFKit.PDFStructureElement, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  within(pdf, report, 'Sect', (section) => {
    drawHeading(pdf, section, 'In het kort');
    sentences.forEach((words, index) => {
      const font = index === 0 ? 'Helvetica-Bold' : 'Helvetica';
      tagged(pdf, section, 'P', () => pdf.font(font).fontSize(11).text(words).moveDown(0.3));
    });
  });
  pdf.font('Helvetica').fontSize(10).moveDown(0.7);
}

function drawHeading(pdf: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement, title: string): void {
  pdf.x = margin;
  pdf.moveDown(1.2);
  tagged(pdf, section, 'H2', () => pdf.font('Helvetica-Bold').fontSize(13).text(title, margin).moveDown(0.4));
}

function drawTable(pdf: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement, table: PublishedTable): void {
  const { title, rows, definitions } = table;
  const { lines, notShown } = toldOf(table);
  const wholeAt = rows.findIndex(({ code }) => code === allRow);
  const hasBars = rows.length > 1 && lines.length > 0;
  const nameWidth = rows.length > 1 ? 166 : 400;
  const headHeight = rows.length > 1 ? 27 : 14;
  const height = lines.reduce((sum, { name }) => sum + heightOf(pdf, name, nameWidth), headHeight);
  keepTogether(pdf, 90 + (hasBars ? lines.length * barHeight : 0) + (lines.length > 0 ? height : 0));
  drawHeading(pdf, section, title);
  if (hasBars) {
    const whole = lines.map(({ name, values }) => ({ name, value: values[wholeAt] ?? null }));
    const inWords = whole.map(({ name, value }) => `${name} ${value ?? 'niet getoond'}`).join(', ');
    tagged(pdf, section, 'Figure', () => drawBars(pdf, whole), `${rows[wholeAt]?.name ?? ''}: ${inWords}.`);
  }
  if (lines.length > 0)
    within(pdf, section, 'Table', (element) => {
      drawRow(pdf, element, ['', ...rows.map(({ name }) => name)], { isHead: true, nameWidth, height: headHeight });
      for (const { name, values } of lines) {
        const cells = [name, ...values.map((value) => String(value ?? heldBackMark))];
        drawRow(pdf, element, cells, { isHead: false, nameWidth, height: heightOf(pdf, name, nameWidth) });
      }
    });
  pdf.x = margin;
  pdf.moveDown(0.6).font('Helvetica').fontSize(9);
  if (notShown !== null)
    tagged(pdf, section, 'P', () => pdf.text(notShown, margin, pdf.y, { width: inner }).moveDown(0.4));
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

/** A long name takes two lines. */
function heightOf(pdf: PDFKit.PDFDocument, name: string, nameWidth: number): number {
  pdf.font('Helvetica').fontSize(8.5);
  return pdf.heightOfString(name, { width: nameWidth - gap }) + 2 * gap;
}

function drawBars(
  pdf: PDFKit.PDFDocument,
  lines: readonly { readonly name: string; readonly value: number | null }[],
): void {
  const most = Math.max(1, ...lines.map(({ value }) => value ?? 0));
  const left = margin + barNameWidth;
  for (const { name, value } of lines) {
    const y = pdf.y;
    const length = (barWidth * (value ?? 0)) / most;
    pdf
      .font('Helvetica')
      .fontSize(8.5)
      .text(name, margin, y, { width: barNameWidth - gap, height: 10, ellipsis: true });
    if (length > 0) pdf.rect(left, y, length, 8).fill('#555');
    pdf.fillColor('#000').text(String(value ?? heldBackMark), left + length + 5, y, { lineBreak: false });
    pdf.y = y + barHeight;
  }
  pdf.y += 8;
}

interface RowStyle {
  readonly isHead: boolean;
  readonly nameWidth: number;
  readonly height: number;
}

function drawRow(
  pdf: PDFKit.PDFDocument,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  { isHead, nameWidth, height }: RowStyle,
): void {
  const y = pdf.y;
  const width = (inner - nameWidth) / Math.max(1, cells.length - 1);
  pdf.font(isHead ? 'Helvetica-Bold' : 'Helvetica').fontSize(isHead ? 6.2 : 8.5);
  within(pdf, table, 'TR', (row) =>
    cells.forEach((text, index) => {
      const x = index === 0 ? margin : margin + nameWidth + (index - 1) * width;
      const cellWidth = (index === 0 ? nameWidth : width) - gap;
      const draw = () =>
        pdf.text(text, x + 1, isHead ? y + height - gap - pdf.heightOfString(text, { width: cellWidth }) : y + gap, {
          width: cellWidth,
          height,
          align: index === 0 ? 'left' : 'right',
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
