import type { ProgramDocument } from '@readyroom/contract';
import {
  checkFolder,
  PROGRAMS,
  readShape,
  type ContentFile,
  type IdPlaces,
  type Path,
  type Problem,
  type YamlSource,
} from '../../content/index.js';
import { checkProgram, type ProgramFault } from '../check-program.js';
import { documentOf, ProgramFile } from './program-file.js';

export interface ShippedProgram {
  readonly id: string;
  readonly slug: string;
  readonly document: ProgramDocument;
}
interface CheckedPrograms {
  /** Null as long as there is a problem. */
  programs: ShippedProgram[] | null;
  /** Sorted by file and line. */
  problems: Problem[];
}

/** Checks everything below `programs/`, given the ids that the rest of the folder has taken and the courses it offers. */
export function checkPrograms(
  files: readonly ContentFile[],
  rest: { ids: IdPlaces; courseIds: ReadonlyMap<string, string> },
): CheckedPrograms {
  const { things, problems } = checkFolder(files, PROGRAMS, rest.ids, (source) => {
    const program = readShape(source, ProgramFile);
    return program ? checked(source, program, rest.courseIds) : null;
  });
  return { programs: things, problems };
}

function checked(
  source: YamlSource,
  file: ProgramFile,
  courseIds: ReadonlyMap<string, string>,
): ShippedProgram {
  const name = source.file.slice(PROGRAMS.length, -'.yaml'.length);
  if (file.slug !== name) source.report(['slug'], `“slug” must equal the name of the file “${name}”`);
  const document = documentOf(file, courseIds);
  for (const fault of checkProgram(document, new Set(courseIds.values())))
    source.report(placeOf(fault), SENTENCES[fault.fault](fault.value));
  return { id: file.id, slug: file.slug, document };
}

const placeOf = ({ path }: ProgramFault): Path =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part === 'courseId' ? 'course' : part));

const SENTENCES: Record<ProgramFault['fault'], (value: string) => string> = {
  duplicate_key: (key) => `The key “${key}” stands twice in this path: choose another`,
  unknown_item: (key) => `“requires” names “${key}”, which is no key of this path`,
  needs_itself: (key) => `This item is part of “${key}” and cannot wait for it`,
  cycle: (key) =>
    `“${key}” waits for itself, through what it requires or its place in an order: break the circle`,
  too_many: (count) => `“atLeast” is ${count}, more than the group has items`,
  unknown_course: (slug) => `There is no course “${slug}”: use the slug of a course in this folder`,
  too_deep: (key) => `“${key}” lies too deep: at most 4 levels`,
};
