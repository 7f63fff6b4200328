import type { ScenarioDocument } from '@readyroom/contract';
import { join } from 'node:path';
import { readFolder } from '../../content/index.js';
import { checkEverything } from '../../scenarios/index.js';

/** The scenario of test/fixtures/content. */
export async function fixtureScenario(): Promise<ScenarioDocument> {
  const { scenarios } = checkEverything(
    await readFolder(join(__dirname, '../../../../../test/fixtures/content')),
  );
  return scenarios.scenarios![0]!;
}

export const ABOUT = {
  version: 3,
  exporter: '测试公司',
  created: new Date('2026-03-02T01:00:00.000Z'),
  redacted: [],
} as const;

const LOCAL = Buffer.from([0x50, 0x4b, 3, 4]);
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2]);

/** Where the headers of a file stand in an archive. */
export function headersOf(bytes: Buffer, name: string): { local: number; central: number } {
  const find = (mark: Buffer, nameAt: number) => {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
      if (bytes.toString('utf8', at + nameAt, at + nameAt + name.length) === name) return at;
    throw new Error(`no ${name}`);
  };
  return { local: find(LOCAL, 30), central: find(CENTRAL, 46) };
}

export const changed = (bytes: Buffer, edit: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
};
