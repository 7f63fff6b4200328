import type { FastifyRequest } from 'fastify';
import { RequestInvalid, type Refusal } from './refusal.js';

const MAX_NAME = 200;

export interface UploadedFile {
  /** For showing only; nothing is ever stored under it. */
  name: string;
  bytes: Buffer;
  /** The other fields of the form. */
  fields: Readonly<Record<string, string>>;
}

/** The one file of a multipart request, in the field `file`. */
export async function uploadedFile(
  request: FastifyRequest,
  limit: { bytes?: number; tooLarge: () => Refusal; unnamed: string },
): Promise<UploadedFile> {
  const missing = () =>
    new RequestInvalid([
      { path: 'file', message: 'Send one file as multipart/form-data in the field "file"' },
    ]);
  if (!request.isMultipart()) throw missing();
  try {
    const fields: Record<string, string> = {};
    let found: Pick<UploadedFile, 'name' | 'bytes'> | undefined;
    const limits = limit.bytes === undefined ? {} : { limits: { fileSize: limit.bytes } };
    for await (const part of request.parts(limits))
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (part.fieldname !== 'file') throw missing();
        found = { name: plainName(part.filename) || limit.unnamed, bytes };
      } else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    if (!found) throw missing();
    return { ...found, fields };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw limit.tooLarge();
    // Whatever else stops the parser is the sender's doing: a body cut short, a boundary that never comes.
    throw error instanceof RequestInvalid ? error : missing();
  }
}

function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)!;
  return Array.from(last.replace(/[\p{Cc}\p{Cs}]/gu, ''))
    .slice(0, MAX_NAME)
    .join('');
}
