import { TextDecoder } from 'node:util';
import { text } from 'node:stream/consumers';

/** How the text of a file can be stored. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the mark of the byte order in front says: a spreadsheet that saves "Unicode text" writes UTF-16. */
function marked(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

/** The text of a file, piece by piece and without its mark; `otherwise` is how it is stored where no mark tells. */
export async function* textOf(file: AsyncIterable<Buffer>, otherwise: Encoding = 'utf-8'): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of file) {
    let bytes = chunk;
    if (decoder === undefined) {
      // A first piece of one byte does not tell yet.
      bytes = head = Buffer.concat([head, chunk]);
      if (head.length < 2) continue;
      decoder = new TextDecoder(marked(head) ?? otherwise);
    }
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder === undefined ? new TextDecoder(otherwise).decode(head) : decoder.decode();
}

/** For a file that has to be there as a whole. */
export function wholeTextOf(file: AsyncIterable<Buffer>): Promise<string> {
  return text(textOf(file));
}
