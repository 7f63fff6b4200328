export { contentHash } from './content-hash.js';
export { ContentModule } from './content.module.js';
export {
  BRIEFINGS,
  checkContent,
  PRIVACY_NOTICE,
  PROGRAMS,
  SCENARIOS,
  type CheckedContent,
} from './check/check-content.js';
export { checkFolder } from './check/check-folder.js';
export { checkIds, type IdPlaces } from './check/check-ids.js';
export { ContentError } from './content.errors.js';
export { ContentImport, type ImportReport, type PublishMode } from './content-import.js';
export { CourseVersions } from './course-versions.js';
export { publishVersion } from './publish-version.js';
export { mayDraw, type Stratum } from './quiz-supply.js';
export type { ContentFile } from './source/content.js';
export type { Path, Problem } from './source/problem.js';
export { readFolder } from './source/read-folder.js';
export { readShape } from './source/read-shape.js';
export { YamlSource } from './source/yaml-source.js';
export type {
  Keyed,
  LessonContent,
  LessonOutline,
  PoolQuestion,
  QuestionAnswer,
  QuestionBody,
  QuestionKey,
  QuizSpec,
  StoredCase,
  StoredCaseNode,
  StoredCaseOption,
  VersionContent,
} from './stored-content.js';
export { blocksFor, isFor, languageOf, lessonsFor, tenthsOf, wholeMinutes } from './tier-view.js';
