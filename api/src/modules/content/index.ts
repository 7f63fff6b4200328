export { ContentModule } from './content.module.js';
export { checkContent, type Content, type ContentFile } from './check-content.js';
export { ContentError } from './content.errors.js';
export { ContentImport, type ImportReport } from './content-import.js';
export { CourseVersions } from './course-versions.js';
export type { Problem } from './problem.js';
export { publishVersion } from './publish-version.js';
export { mayDraw, type Drawable, type Stratum } from './quiz-supply.js';
export { readFolder } from './read-folder.js';
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
