import type { ScenarioDocument } from '@readyroom/contract';
import {
  checkContent,
  checkIds,
  type CheckedContent,
  type ContentFile,
  type IdPlaces,
  type Problem,
} from '../../content/index.js';
import { readScenarios } from '../source/scenario-source.js';
import { lintScenario } from './lint-scenario.js';

interface CheckedScenarios {
  /** Null as long as there is a problem. */
  scenarios: ScenarioDocument[] | null;
  /** Sorted by file and line. */
  problems: Problem[];
  figures: { scenarios: number; injects: number; posts: number };
}

/** Checks everything below `scenarios/`, given what the rest of the folder has taken and offers. */
export function checkScenarios(
  files: readonly ContentFile[],
  rest: { ids: IdPlaces; courses: ReadonlySet<string> },
): CheckedScenarios {
  const { scenarios, stray } = readScenarios(files);
  checkIds(
    scenarios.flatMap(({ sources }) => [...sources.values()]),
    rest.ids,
  );
  for (const scenario of scenarios) {
    const { document, slug } = scenario;
    if (!document) continue;
    if (document.slug !== slug) scenario.report(['slug'], `“slug” must equal the folder name “${slug}”`);
    for (const { path, message } of lintScenario(document, rest.courses)) scenario.report(path, message.en);
  }
  const problems = [...stray, ...scenarios.flatMap((scenario) => scenario.problems())].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
  const documents = scenarios.flatMap(({ document }) => document ?? []);
  return {
    scenarios: problems.length ? null : documents,
    problems,
    figures: {
      scenarios: documents.length,
      injects: documents.reduce((sum, { items, deck }) => sum + items.length + deck.length, 0),
      posts: documents.reduce((sum, { posts }) => sum + posts.length, 0),
    },
  };
}

/** Courses, questions and scenarios of a content folder together. */
export function checkEverything(files: readonly ContentFile[]): {
  content: CheckedContent;
  scenarios: CheckedScenarios;
  problems: Problem[];
} {
  const content = checkContent(files);
  const scenarios = checkScenarios(files, content);
  return { content, scenarios, problems: [...content.problems, ...scenarios.problems] };
}
