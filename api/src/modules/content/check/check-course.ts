import { TIERS } from '@readyroom/contract';
import { checkTexts } from './check-texts.js';
import type { Path } from '../source/problem.js';
import { shortages } from '../quiz-supply.js';
import { lessonFile, type Placed, type SourceFolder } from '../source/source-folder.js';
import type { SourceCourseFile, SourceText } from '../source/source-schema.js';
import type { PlacedText } from '../source/source-texts.js';
import { isFor } from '../tier-view.js';

type PlacedCourse = Placed<SourceCourseFile>;

/** Courses: their name and place, the lessons they list, and a quiz that leaves a choice to every tier. */
export function checkCourses(folder: SourceFolder): void {
  for (const [name, course] of folder.courses) {
    if (course.data.slug !== name)
      course.source.report(['slug'], `“slug” must equal the folder name “${name}”`);
    checkLessonList(folder, name, course);
    checkQuiz(folder, course);
    checkTexts(course.source, textsOf(course.data));
  }
  checkPlaces(folder);
}

function checkLessonList(folder: SourceFolder, name: string, { source, data }: PlacedCourse): void {
  const listed = new Set<string>();
  data.modules.forEach((module, m) =>
    module.lessons.forEach((slug, l) => {
      const file = lessonFile(name, slug);
      const here = ['modules', m, 'lessons', l];
      if (!folder.files.has(file))
        source.report(here, `There is no lesson file lessons/${slug}.yaml: add it or correct the name`);
      if (listed.has(file)) source.report(here, `The lesson “${slug}” is listed twice`);
      listed.add(file);
    }),
  );
  for (const [file, lesson] of folder.lessons)
    if (file.startsWith(`${name}/`) && !listed.has(file))
      lesson.source.report(
        [],
        `No module of ${name}/course.yaml lists this lesson: list it or remove the file`,
      );
  const lessons = [...listed].flatMap((file) => folder.lessons.get(file) ?? []);
  if (lessons.length < listed.size) return;
  for (const tier of TIERS)
    if (!lessons.some((lesson) => isFor(tier, lesson.data)))
      source.report(['modules'], `No lesson is for the tier ${tier}: add one`);
}

function checkQuiz(folder: SourceFolder, { source, data }: PlacedCourse): void {
  const { draw } = data.quiz;
  const unknown = draw.flatMap(({ topic }, s) => (folder.isUnknownTopic(topic) ? [{ topic, s }] : []));
  for (const { topic, s } of unknown)
    source.report(['quiz', 'draw', s, 'topic'], `Unknown topic “${topic}”: use a key of topics.yaml`);
  if (unknown.length || draw.some(({ topic }) => folder.unreadTopics.has(topic))) return;
  const pool = folder.questions.map((question) => question.data);
  for (const { stratum, tier, left, needed } of shortages(draw, pool))
    source.report(
      ['quiz', 'draw', stratum],
      `Too few questions for the tier ${tier}: ${left} may be left for this stratum, it needs ${needed}. Add questions or draw fewer`,
    );
}

function checkPlaces(folder: SourceFolder): void {
  const taken = new Map<number, string>();
  for (const [name, { source, data }] of folder.courses) {
    const other = taken.get(data.order);
    if (other) source.report(['order'], `The place ${data.order} is taken by “${other}”: choose another`);
    else taken.set(data.order, name);
  }
  for (const source of folder.files.values()) {
    const [name] = source.file.split('/');
    if (source.file !== 'topics.yaml' && !folder.files.has(`${name}/course.yaml`))
      source.report([], `The folder ${name} has no course.yaml: add it`);
  }
}

function textsOf(course: SourceCourseFile): PlacedText[] {
  const plain = (path: Path, text: SourceText): PlacedText => ({ path, text, markdown: false });
  return [
    plain(['title'], course.title),
    plain(['summary'], course.summary),
    ...course.outcomes.map((text, i) => plain(['outcomes', i], text)),
    ...course.modules.map(({ title }, i) => plain(['modules', i, 'title'], title)),
    plain(['quiz', 'title'], course.quiz.title),
  ];
}
