import { encode } from 'uqr';

/** Dark modules as squares of a code to scan, `side` points wide; the quiet zone around them is the white of the paper. */
export function drawQr(pdf: PDFKit.PDFDocument, text: string, at: { x: number; y: number; side: number }): void {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const unit = at.side / size;
  data.forEach((row, down) =>
    row.forEach((dark, across) => {
      if (dark) pdf.rect(at.x + across * unit, at.y + down * unit, unit, unit);
    }),
  );
  pdf.fill('#000');
}
