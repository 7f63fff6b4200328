import type { ContentFile } from '../source/content.js';
import type { Problem } from '../source/problem.js';
import { YamlSource } from '../source/yaml-source.js';
import { checkIds, type IdPlaces } from './check-ids.js';

/**
 * Checks a folder that holds one YAML file a thing, given the ids that the rest has taken. `read` reports what is wrong to
 * the source and answers the thing, if it can be read at all. The things are null as long as there is a problem; problems
 * are sorted by file and line.
 */
export function checkFolder<Thing>(
  files: readonly ContentFile[],
  folder: string,
  ids: IdPlaces,
  read: (source: YamlSource) => Thing | null,
): { things: Thing[] | null; problems: Problem[] } {
  const stray: Problem[] = [];
  const sources: YamlSource[] = [];
  const things: Thing[] = [];
  for (const { name, text } of files.filter((file) => file.name.startsWith(folder))) {
    if (!/^[^/]+\.yaml$/.test(name.slice(folder.length))) {
      stray.push({
        file: name,
        line: 1,
        message: 'This file has no place in the format: see docs/CONTENT.md',
      });
      continue;
    }
    const source = new YamlSource(name, text);
    sources.push(source);
    const thing = read(source);
    if (thing !== null) things.push(thing);
  }
  checkIds(sources, ids);
  const problems = [...stray, ...sources.flatMap((source) => source.problems)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
  return { things: problems.length ? null : things, problems };
}
