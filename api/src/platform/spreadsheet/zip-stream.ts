import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LIMIT = 0xffffffff;
const UTF8_AND_SIZES_LATER = 0x0808;
const DEFLATE = 8;
/** 1 January 1980: a file made twice from the same rows is the same file. */
const DOS_DATE = 0x21;

export interface ZipEntry {
  readonly name: string;
  /** Text is written as UTF-8. */
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/**
 * A zip file, made while it is read: entries are compressed as their text comes, and nothing is kept but their sizes.
 * Throws when an entry or the file would pass 4 GB (there is no zip64 here).
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of entries) {
    const path = Buffer.from(name);
    const start = offset;
    const header = localHeader(path);
    offset += header.length;
    yield header;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of deflated(content, sums)) {
      offset += chunk.length;
      yield chunk;
    }
    if (sums.size > LIMIT || offset > LIMIT) throw new Error('The file would be larger than 4 GB');
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    writeSums(descriptor, 4, sums);
    offset += descriptor.length;
    yield descriptor;
    directory.push(centralHeader(path, sums, start));
  }
  const central = Buffer.concat(directory);
  yield central;
  yield endOfDirectory(directory.length, central.length, offset);
}

interface Sums {
  crc: number;
  size: number;
  packed: number;
}

async function* deflated(content: ZipEntry['content'], sums: Sums): AsyncGenerator<Buffer> {
  const summed = async function* (): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  };
  // An error of the content destroys the compressor with it, and a reader who leaves ends the content.
  const packed = pipeline(summed, createDeflateRaw({ level: 3 }), () => undefined);
  for await (const chunk of packed as AsyncIterable<Buffer>) {
    sums.packed += chunk.length;
    yield chunk;
  }
}

function localHeader(path: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(UTF8_AND_SIZES_LATER, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function centralHeader(path: Buffer, sums: Sums, start: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(UTF8_AND_SIZES_LATER, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  writeSums(header, 16, sums);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(start, 42);
  return Buffer.concat([header, path]);
}

function writeSums(buffer: Buffer, at: number, { crc, packed, size }: Sums): void {
  buffer.writeUInt32LE(crc, at);
  buffer.writeUInt32LE(packed, at + 4);
  buffer.writeUInt32LE(size, at + 8);
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
