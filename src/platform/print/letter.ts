import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawQr } from './draw-qr.js';

/** A letter of one page with a code in it. All text is what people read; the standard fonts know Latin letters only. */
export interface PrintedLetter {
  readonly title: string;
  readonly before: readonly string[];
  /** What the code to scan holds, and the same by hand in large letters. */
  readonly code: { readonly url: string; readonly typed: string };
  readonly after: readonly string[];
}

const margin = 72;
const qrSide = 120;

/** One A4 page in a large letter, for who reads with difficulty. */
export function printLetter({ title, before, code, after }: PrintedLetter): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin, lang: 'nl', displayTitle: true, info: { Title: title } });
  const written = buffer(pdf);
  const paragraphs = (texts: readonly string[]): void => {
    pdf.font('Helvetica').fontSize(14);
    for (const text of texts) pdf.text(text, margin, undefined, { lineGap: 4 }).moveDown(0.8);
  };
  pdf.fillColor('#000').font('Helvetica-Bold').fontSize(22).text(title).moveDown(1);
  paragraphs(before);
  pdf.moveDown(0.5);
  const { y } = pdf;
  drawQr(pdf, code.url, { x: margin, y, side: qrSide });
  pdf
    .font('Courier-Bold')
    .fontSize(34)
    .text(code.typed, margin + qrSide + 24, y + qrSide / 2 - 16, { lineBreak: false });
  pdf.y = y + qrSide + 28;
  paragraphs(after);
  pdf.end();
  return written;
}
