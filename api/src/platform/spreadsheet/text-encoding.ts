import { FileUnreadable } from './file-faults.js';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

/**
 * The text of a file and how it was encoded. UTF-8 is tried first and GB18030 (the superset of GBK and GB2312 that
 * Chinese editions of Excel write) second; either must decode without a single error.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new FileUnreadable('It is UTF-16 text; save it as UTF-8 CSV or as xlsx');
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: hasBom ? 'utf-8-bom' : 'utf-8' };
  const gb18030 = hasBom ? null : decode('gb18030', bytes);
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030' };
  throw new FileUnreadable('It is neither UTF-8 nor GB18030 text, nor an xlsx workbook');
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // No text has a NUL, most other files do; a decoder lets it through.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
