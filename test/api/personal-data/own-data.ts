import type request from 'supertest';
import { readZip } from '../../../api/src/platform/spreadsheet/read-zip.js';
import type { TestClient } from '../../support/test-app.js';

export const bytesOf = async (test: request.Test) => {
  const { body, status, headers } = await test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
  return { body: body as Buffer, status, headers };
};

export interface OwnData {
  personId: string;
  tables: { table: string; purpose: { zh: string; en: string }; rows: Record<string, unknown>[] }[];
}

/** What somebody takes away: the files of the zip by name, and the JSON read. */
export async function takenAway(client: TestClient): Promise<{ files: Map<string, Buffer>; data: OwnData }> {
  const { body } = await bytesOf(client.get('/me/personal-data').expect(200));
  const files = readZip(body, () => true, 100_000_000);
  return { files, data: JSON.parse(files.get('personal-data.json')!.toString()) as OwnData };
}
