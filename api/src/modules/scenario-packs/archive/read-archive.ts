import type { PackFault } from '@readyroom/contract';
import { crc32 } from 'node:zlib';
import { BrokenPack } from './pack-fault.js';
import { CENTRAL, CENTRAL_SIZE, END, END_SIZE, LOCAL, LOCAL_SIZE, writeArchive } from './write-archive.js';

/** Of the file. Nothing in it is compressed, so nothing that comes out can be larger. */
export const MAX_PACK_BYTES = 4 * 1024 * 1024;
const MAX_ENTRIES = 16;
const ENCRYPTED = 0x2041;
const STORED = 0;
const LINK = 0o120000;
const FILE_TYPE = 0o170000;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * The files of a pack, which must be exactly `names`. Whatever is wrong has a name; and since an archive counts only
 * when writing its files again gives the very same bytes, nothing can hide in one.
 *
 * @throws BrokenPack
 */
export function readArchive(bytes: Buffer, names: readonly string[]): Map<string, Buffer> {
  if (bytes.length > MAX_PACK_BYTES) throw new BrokenPack('too_large');
  const found = new Map<string, Buffer>();
  for (const entry of directoryOf(bytes)) {
    checkName(entry.name, names);
    if (found.has(entry.name)) throw new BrokenPack('duplicate_name', entry.name);
    found.set(entry.name, contentOf(bytes, entry));
  }
  const missing = names.find((name) => !found.has(name));
  if (missing !== undefined) throw new BrokenPack('file_missing', missing);
  const files = new Map(names.map((name) => [name, found.get(name)!]));
  if (!writeArchive(files).equals(bytes)) throw new BrokenPack('not_canonical');
  return files;
}

function directoryOf(bytes: Buffer): Entry[] {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== LOCAL) throw new BrokenPack('not_an_archive');
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_SIZE > bytes.length || bytes.readUInt32LE(end) !== END)
    throw new BrokenPack('cut_short');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new BrokenPack('too_many_entries', 'file', `${count}`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || bytes.readUInt32LE(at) !== CENTRAL)
      throw new BrokenPack('directory_damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
    const mode = bytes.readUInt32LE(at + 38) >>> 16;
    if ((mode & FILE_TYPE) === LINK) throw new BrokenPack('symbolic_link', shown(name));
    entries.push({
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Names are looked up in the list and never used as a path; the two faults only tell what was tried. */
function checkName(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const unsafe = /[\\/:\0]|^\.\.?$/.test(name);
  throw new BrokenPack(unsafe ? 'unsafe_name' : 'unknown_name', shown(name));
}

function contentOf(bytes: Buffer, entry: Entry): Buffer {
  const { name, offset, size, packed } = entry;
  const broken = (fault: PackFault) => new BrokenPack(fault, name);
  if (entry.flags & ENCRYPTED) throw broken('encrypted');
  if (entry.method !== STORED) throw broken('compressed');
  if (size > MAX_PACK_BYTES || packed > MAX_PACK_BYTES) throw broken('too_large');
  if (size !== packed) throw broken('size_mismatch');
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw broken('directory_damaged');
  const nameLength = bytes.readUInt16LE(offset + 26);
  const start = offset + LOCAL_SIZE + nameLength + bytes.readUInt16LE(offset + 28);
  const localName = bytes.toString('utf8', offset + LOCAL_SIZE, offset + LOCAL_SIZE + nameLength);
  if (
    localName !== name ||
    bytes.readUInt16LE(offset + 6) !== entry.flags ||
    bytes.readUInt16LE(offset + 8) !== entry.method ||
    bytes.readUInt32LE(offset + 14) !== entry.crc ||
    bytes.readUInt32LE(offset + 18) !== packed ||
    bytes.readUInt32LE(offset + 22) !== size
  )
    throw broken('header_mismatch');
  const content = bytes.subarray(start, start + size);
  if (content.length !== size) throw broken('cut_short');
  if (crc32(content) !== entry.crc) throw broken('checksum_mismatch');
  return content;
}

const shown = (name: string): string => Array.from(name.replace(/\p{C}/gu, '?')).slice(0, 80).join('');
