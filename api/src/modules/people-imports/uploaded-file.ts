import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestInvalid } from '../../platform/http/refusal.js';
import { PeopleImportTooLarge } from './people-import.errors.js';

const MAX_NAME = 200;

/** The one file of a multipart request, in the field `file`. */
export async function uploadedFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const missing = () =>
    new RequestInvalid([
      { path: 'file', message: 'Send one file as multipart/form-data in the field "file"' },
    ]);
  if (!request.isMultipart()) throw missing();
  try {
    const file: MultipartFile | undefined = await request.file();
    if (!file) throw missing();
    const bytes = await file.toBuffer();
    if (file.fieldname !== 'file') throw missing();
    return { name: plainName(file.filename), bytes };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new PeopleImportTooLarge('The file is larger than 20 MB');
    // Whatever else stops the parser is the sender's doing: a body cut short, a boundary that never comes.
    throw error instanceof RequestInvalid ? error : missing();
  }
}

/** For showing only; nothing is ever stored under it. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)!;
  return (
    Array.from(last.replace(/[\p{Cc}\p{Cs}]/gu, ''))
      .slice(0, MAX_NAME)
      .join('') || 'roster'
  );
}
