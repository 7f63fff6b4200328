import type { YamlSource } from '../source/yaml-source.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Where each id stands, as file:line. */
export type IdPlaces = Map<string, string>;

/** Every `id` of every file is a UUID that stands nowhere else; `places` has those of files checked before. */
export function checkIds(sources: Iterable<YamlSource>, places: IdPlaces = new Map()): IdPlaces {
  for (const source of sources)
    for (const { value, line } of source.ids()) {
      const say = (message: string) => source.problems.push({ file: source.file, line, message });
      if (value === 'NEW') say('“id: NEW” has no UUID yet: run npm run content:ids');
      else if (typeof value !== 'string' || !UUID.test(value))
        say(`“${String(value)}” is no UUID in lower case: write “id: NEW” and run npm run content:ids`);
      else if (places.has(value))
        say(`This id stands already at ${places.get(value)}: write “id: NEW” and run npm run content:ids`);
      else places.set(value, `${source.file}:${line}`);
    }
  return places;
}
