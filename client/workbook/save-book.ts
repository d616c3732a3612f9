// Workbooks as a browser packs them; they are small here, so their bytes are given whole.
import { bookParts, type Sheet } from '../../shared/workbook/parts.ts';
import { zipped } from '../../shared/workbook/zip.ts';

/** The bytes of an .xlsx. */
export async function bookBlob(sheets: Iterable<Sheet>): Promise<Blob> {
  const encoder = new TextEncoder();
  const encode = (text: string) => encoder.encode(text);
  const pieces: BlobPart[] = [];
  for await (const bytes of zipped(bookParts(sheets), { encode, deflate }))
    pieces.push(bytes as Uint8Array<ArrayBuffer>); // none of them is shared between threads
  return new Blob(pieces);
}

async function* deflate(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packer = new CompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const filled = (async () => {
    for await (const piece of bytes) await writer.write(piece as Uint8Array<ArrayBuffer>);
    await writer.close();
  })();
  const reader = packer.readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  await filled;
}
