export { ContentModule } from './content.module.js';
export { checkContent } from './check/check-content.js';
export { ContentError } from './content.errors.js';
export { ContentImport, type ImportReport } from './content-import.js';
export { CourseVersions } from './course-versions.js';
export type { Problem } from './source/problem.js';
export { publishVersion } from './publish-version.js';
export { mayDraw, type Drawable, type Stratum } from './quiz-supply.js';
export { readFolder } from './source/read-folder.js';
export type {
  Keyed,
  LessonContent,
  LessonOutline,
  Minutes,
  PoolQuestion,
  Quality,
  QuestionAnswer,
  QuestionBody,
  QuestionKey,
  QuizSpec,
  StoredBlock,
  StoredCase,
  StoredCaseNode,
  StoredCaseOption,
  VersionContent,
} from './stored-content.js';
export { blocksFor, isFor, languageOf, lessonsFor, tenthsOf, wholeMinutes } from './tier-view.js';
