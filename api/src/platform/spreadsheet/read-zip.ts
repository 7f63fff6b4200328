import { inflateRawSync } from 'node:zlib';
import { FileTooLarge, FileUnreadable } from './file-faults.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_ENTRIES = 1_000;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const broken = () => new FileUnreadable('The archive inside the file is damaged');

/**
 * The wanted entries of a zip archive, in memory. Goes by the central directory alone and counts the bytes that really
 * come out, so that neither false sizes nor hidden entries matter; `maxBytes` is for all of them together. Nothing is
 * ever written to disk.
 */
export function readZip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  let left = maxBytes;
  for (const entry of directoryOf(bytes)) {
    if (!wanted(entry.name)) continue;
    if (entries.has(entry.name) || entry.flags & ENCRYPTED) throw broken();
    const content = contentOf(bytes, entry, left);
    left -= content.length;
    entries.set(entry.name, content);
  }
  return entries;
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  packedSize: number;
  offset: number;
}

function directoryOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new FileTooLarge(`More than ${MAX_ENTRIES} parts in the archive`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record stands at the very end, before a comment of at most 64 KiB. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw broken();
}

function contentOf(bytes: Buffer, entry: Entry, limit: number): Buffer {
  const { offset, packedSize, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw broken();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length !== packedSize) throw broken();
  const tooLarge = () => new FileTooLarge('Too much content in the archive');
  if (method === STORED) {
    if (packed.length > limit) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED || limit <= 0) throw method === DEFLATED ? tooLarge() : broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken();
  }
}
