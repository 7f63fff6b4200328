import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const ZIP = 'application/zip';
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: XLSX,
  zip: ZIP,
} as const;
export type FileFormat = keyof typeof TYPES;
export const FILE_TYPES: string[] = ['text/csv', TYPES.xlsx];

/** Sends a file to be saved. When the content breaks off, so does the connection: a browser then reports a failed download. */
export async function sendFile(
  reply: FastifyReply,
  file: { name: string; format: FileFormat; content: Readable | Buffer | string },
): Promise<void> {
  const name = `${file.name}.${file.format}`;
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  await reply
    .header('content-type', TYPES[file.format])
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
    .send(file.content);
}
