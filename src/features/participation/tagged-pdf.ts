/**
 * Draws something and says what it is, so that a reader that speaks tells a heading, a table and a picture apart.
 * @param alt what a picture shows, in words
 */
export function tagged(
  pdf: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  type: 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure',
  draw: () => void,
  alt?: string,
): void {
  const content = pdf.markStructureContent(type);
  draw();
  pdf.endMarkedContent();
  parent.add(pdf.struct(type, alt === undefined ? {} : { alt }, [content]));
}

/** An element that holds others, such as a table or a row. */
export function within(
  pdf: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  type: 'Sect' | 'Table' | 'TR',
  fill: (element: PDFKit.PDFStructureElement) => void,
): void {
  const element = pdf.struct(type);
  fill(element);
  element.end();
  parent.add(element);
}

/** Draws what is for the eye only: a line, a page number. */
export function decoration(pdf: PDFKit.PDFDocument, draw: () => void): void {
  pdf.markContent('Artifact');
  draw();
  pdf.endMarkedContent();
}
