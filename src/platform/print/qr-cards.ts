import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawQr } from './draw-qr.js';

/** One card to cut out. All text is what people read; the standard fonts know Latin letters only. */
export interface QrCard {
  readonly title: string;
  readonly lines: readonly string[];
  /** What the code to scan holds. */
  readonly url: string;
  /** The same by hand, in large letters. */
  readonly typed: string;
  readonly small: string;
}

export interface QrSheet {
  readonly title: string;
  /** Above the cards of each page, for who hands them out. */
  readonly instruction: string;
  readonly cards: readonly QrCard[];
}

const page = { width: 595.28, height: 841.89 };
const margin = 36;
const top = 84;
const columns = 2;
const rows = 4;
const card = { width: (page.width - 2 * margin) / columns, height: (page.height - top - margin) / rows };
const padding = 12;
const qrSize = 108;

/** Cards with a code to scan on A4, eight a page, with lines to cut along. */
export function printQrCards({ title, instruction, cards }: QrSheet): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, lang: 'nl', displayTitle: true, info: { Title: title } });
  const written = buffer(pdf);
  cards.forEach((one, index) => {
    const place = index % (columns * rows);
    if (place === 0) {
      if (index > 0) pdf.addPage();
      pdf.fillColor('#000').font('Helvetica-Bold').fontSize(14).text(title, margin, margin);
      pdf
        .font('Helvetica')
        .fontSize(10)
        .text(instruction, margin, margin + 20, { width: page.width - 2 * margin });
    }
    drawCard(pdf, one, margin + (place % columns) * card.width, top + Math.floor(place / columns) * card.height);
  });
  pdf.end();
  return written;
}

function drawCard(pdf: PDFKit.PDFDocument, { title, lines, url, typed, small }: QrCard, x: number, y: number): void {
  pdf.rect(x, y, card.width, card.height).lineWidth(0.5).dash(3, { space: 3 }).stroke('#767676').undash();
  drawQr(pdf, url, { x: x + padding, y: y + padding + 4, side: qrSize });
  const left = x + padding + qrSize + 12;
  const width = x + card.width - padding - left;
  pdf
    .fillColor('#000')
    .font('Helvetica-Bold')
    .fontSize(12)
    .text(title, left, y + padding + 4, { width });
  pdf.font('Helvetica').fontSize(9.5);
  for (const line of lines) pdf.moveDown(0.4).text(line, { width });
  const under = y + padding + qrSize + 14;
  pdf
    .font('Courier-Bold')
    .fontSize(sizeThatFits(pdf, typed))
    .text(typed, x + padding, under, { width: card.width - 2 * padding, lineBreak: false });
  pdf
    .font('Helvetica')
    .fontSize(8.5)
    .text(small, x + padding, under + 22, { width: card.width - 2 * padding });
}

/** Large, but never into the next card: the address of an installation may be long. */
function sizeThatFits(pdf: PDFKit.PDFDocument, typed: string): number {
  const large = 16;
  return Math.min(large, (large * (card.width - 2 * padding)) / pdf.fontSize(large).widthOfString(typed));
}
