export { ContentModule } from './content.module.js';
export { checkContent } from './check/check-content.js';
export { ContentError } from './content.errors.js';
export { ContentImport, type ImportReport } from './content-import.js';
export { CourseVersions } from './course-versions.js';
export { publishVersion } from './publish-version.js';
export { mayDraw, type Stratum } from './quiz-supply.js';
export { readFolder } from './source/read-folder.js';
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
