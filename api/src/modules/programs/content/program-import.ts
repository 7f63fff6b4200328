import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { Database } from '../../../platform/database/database.js';
import { takeTurn } from '../../../platform/database/turns.js';
import { checkContent, ContentError, readFolder } from '../../content/index.js';
import { Programs } from '../programs.service.js';
import { checkPrograms, type ShippedProgram } from './check-programs.js';

type Outcome = Awaited<ReturnType<Programs['load']>>;

export interface ProgramImportReport {
  programs: { slug: string; outcome: Outcome }[];
  /** For people: what changed, in a few words; empty when nothing did. */
  summary: string;
}

/**
 * Loads the programs of a content folder, after its courses. Repeating it changes nothing. A program has no draft: it
 * changes only what is asked of people from now on, never what they have completed.
 */
@Injectable()
export class ProgramImport {
  constructor(
    private readonly database: Database,
    private readonly programs: Programs,
  ) {}

  /** Checks the folder and imports its programs in one transaction. Throws ContentError when the check finds a problem. */
  async load(folder: string): Promise<ProgramImportReport> {
    const shipped = await this.read(folder);
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'programContent');
      const programs: ProgramImportReport['programs'] = [];
      for (const { id, slug, document } of shipped)
        programs.push({ slug, outcome: await this.programs.load(tx, id, slug, document) });
      return { programs, summary: summarise(programs) };
    });
  }

  private async read(folder: string): Promise<ShippedProgram[]> {
    const files = await readFolder(folder);
    const { programs, problems } = checkPrograms(files, checkContent(files));
    if (programs) return programs;
    const [first] = problems;
    throw new ContentError(
      `The programs in ${folder} have ${problems.length} problems, first ${join(folder, first!.file)}:${first!.line}: ${first!.message}. Run npm run content:check.`,
    );
  }
}

function summarise(programs: ProgramImportReport['programs']): string {
  const count = (wanted: Outcome) => programs.filter(({ outcome }) => outcome === wanted).length;
  return (
    [
      [count('published'), 'programs published'],
      [count('waits_for_courses'), 'programs that wait for a course to be published'],
    ] as const
  )
    .filter(([n]) => n)
    .map(([n, what]) => `${n} ${what}`)
    .join(', ');
}
