import { ScenarioDocument } from '@readyroom/contract';
import {
  readShape,
  SCENARIOS,
  YamlSource,
  type ContentFile,
  type Path,
  type Problem,
} from '../../content/index.js';

const GUIDE = 'docs/SCENARIOS.md';
const { pick } = { pick: ScenarioDocument.pick.bind(ScenarioDocument) };

/** The files of a scenario and what stands in each; together their keys are one document. */
const FILES = {
  'scenario.yaml': pick({
    id: true,
    slug: true,
    title: true,
    summary: true,
    briefing: true,
    crisisType: true,
    cluster: true,
    rumour: true,
    organisation: true,
    startsAt: true,
    durationMinutes: true,
    rate: true,
    solo: true,
    opinion: true,
    phases: true,
    objectives: true,
    variables: true,
  }),
  'cast.yaml': pick({ seats: true, personas: true, channels: true, partners: true }),
  'msel.yaml': pick({ items: true }),
  'deck.yaml': pick({ deck: true }),
  'feed.yaml': pick({ posts: true, chatter: true, slots: true }),
  'plan.yaml': pick({ plan: true, clocks: true, standIns: true }),
} as const;
type FileName = keyof typeof FILES;
const FILE_NAMES = Object.keys(FILES) as FileName[];
const FILE_OF = new Map(
  FILE_NAMES.flatMap((file) => Object.keys(FILES[file].shape).map((key) => [key, file] as const)),
);

/** A document in the parts that its files hold: name of the file without its ending → what stands in it. */
export const documentParts = (document: ScenarioDocument): Map<string, object> =>
  new Map(
    FILE_NAMES.map((file) => [
      file.replace('.yaml', ''),
      Object.fromEntries(Object.entries(document).filter(([key]) => FILE_OF.get(key) === file)),
    ]),
  );

/** One scenario folder, read as far as it can be. */
export class ScenarioSource {
  readonly sources = new Map<FileName, YamlSource>();
  /** Null as long as a file is missing or does not have its shape. */
  readonly document: ScenarioDocument | null;
  private readonly missing: Problem[] = [];

  constructor(
    /** Name of the folder. */
    readonly slug: string,
    files: ReadonlyMap<string, string>,
  ) {
    const parts = FILE_NAMES.map((name) => this.read(name, files.get(name)));
    this.document = parts.every((part) => part !== undefined)
      ? (Object.assign({}, ...parts) as ScenarioDocument)
      : null;
  }

  /** Notes a problem at a path of the document, in the file that holds this part of it. */
  report(path: Path, message: string): void {
    const source = this.sources.get(FILE_OF.get(String(path[0])) ?? 'scenario.yaml');
    source?.report(path, message);
  }

  problems(): Problem[] {
    return [...this.missing, ...[...this.sources.values()].flatMap(({ problems }) => problems)];
  }

  private read(name: FileName, text: string | undefined): object | undefined {
    const file = `${SCENARIOS}${this.slug}/${name}`;
    if (text === undefined) {
      const holds = Object.keys(FILES[name].shape).join(', ');
      this.missing.push({
        file,
        line: 1,
        message: `The file is missing: add it with ${holds} (see ${GUIDE})`,
      });
      return undefined;
    }
    const source = new YamlSource(file, text);
    this.sources.set(name, source);
    return readShape(source, FILES[name], GUIDE);
  }
}

/** Sorts the files below `scenarios/` by scenario; what has no place there is a problem. */
export function readScenarios(files: readonly ContentFile[]): {
  scenarios: ScenarioSource[];
  stray: Problem[];
} {
  const folders = new Map<string, Map<string, string>>();
  const stray: Problem[] = [];
  for (const { name, text } of files) {
    if (!name.startsWith(SCENARIOS)) continue;
    const [slug, file, ...deeper] = name.slice(SCENARIOS.length).split('/') as [string, ...string[]];
    if (file === undefined || deeper.length || !(file in FILES))
      stray.push({
        file: name,
        line: 1,
        message: `This file has no place in the format: a scenario has ${FILE_NAMES.join(', ')} (see ${GUIDE})`,
      });
    else folders.set(slug, (folders.get(slug) ?? new Map<string, string>()).set(file, text));
  }
  return { scenarios: [...folders].map(([slug, texts]) => new ScenarioSource(slug, texts)), stray };
}
