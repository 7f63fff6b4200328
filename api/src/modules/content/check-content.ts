import { TIERS, type Tier } from '@readyroom/contract';
import { checkCase } from './check-case.js';
import { markdownFaults, plainFault } from './check-markdown.js';
import { checkQuestion } from './check-question.js';
import { readShape } from './check-shape.js';
import type { Path, Problem } from './problem.js';
import { shortages } from './quiz-supply.js';
import { contentFigures, type ContentFigures } from './reading-length.js';
import {
  CourseFile,
  LessonFile,
  QuestionsFile,
  TopicsFile,
  type SourceCourseFile,
  type SourceLesson,
  type SourceQuestion,
  type SourceText,
  type SourceTopic,
} from './source-schema.js';
import { textsOfLesson, textsOfQuestion, type PlacedText } from './source-texts.js';
import { YamlSource } from './yaml-source.js';

/** A file of the content folder; `name` is relative to it, with slashes. */
export interface ContentFile {
  name: string;
  text: string;
}

/** A course with its lessons in place. */
export interface SourceCourse extends Omit<SourceCourseFile, 'modules'> {
  modules: { id: string; title: SourceCourseFile['title']; lessons: SourceLesson[] }[];
}
export interface Content {
  topics: SourceTopic[];
  courses: SourceCourse[];
  questions: SourceQuestion[];
}

interface Placed<T> {
  source: YamlSource;
  data: T;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Checked {
  /** Null as long as there is a problem. */
  content: Content | null;
  problems: Problem[];
  /** What could be read, whole or not. */
  figures: ContentFigures;
}

/** Checks a whole content folder; problems come sorted by file and line. */
export function checkContent(files: readonly ContentFile[]): Checked {
  const check = new ContentCheck(files);
  const content = check.run();
  const problems = check.problems().sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { content: problems.length ? null : content, problems, figures: contentFigures(content) };
}

class ContentCheck {
  private readonly sources = new Map<string, YamlSource>();
  private readonly stray: Problem[] = [];
  private readonly courses = new Map<string, Placed<SourceCourseFile>>();
  private readonly lessons = new Map<string, Placed<SourceLesson>>();
  private readonly questions: (Placed<SourceQuestion> & { index: number })[] = [];
  private topics: SourceTopic[] = [];
  /** Topics whose file of questions does not parse: what is missing there is not missing for good. */
  private readonly unreadTopics = new Set<string>();

  constructor(private readonly files: readonly ContentFile[]) {}

  problems(): Problem[] {
    return [...this.stray, ...[...this.sources.values()].flatMap((source) => source.problems)];
  }

  run(): Content {
    for (const file of this.files) this.read(file);
    this.checkIds();
    const topicsKnown = this.checkTopics();
    for (const [folder, course] of this.courses) this.checkCourse(folder, course);
    this.checkOrders();
    for (const [name, lesson] of this.lessons) this.checkLesson(name, lesson);
    for (const question of this.questions) this.checkQuestionInPlace(question, topicsKnown);
    this.checkPrompts();
    this.checkQuizzes(topicsKnown);
    return this.assemble();
  }

  private read(file: ContentFile): void {
    const parts = file.name.split('/');
    const [folder, kind] = parts;
    const isLesson = parts.length === 3 && kind === 'lessons';
    const isQuestions = parts.length === 3 && kind === 'questions';
    const known = file.name === 'topics.yaml' || (parts.length === 2 && kind === 'course.yaml') || isLesson || isQuestions;
    if (!known || !file.name.endsWith('.yaml')) {
      this.stray.push({ file: file.name, line: 1, message: 'This file has no place in the format: see docs/CONTENT.md' });
      return;
    }
    const source = new YamlSource(file.name, file.text);
    this.sources.set(file.name, source);
    if (file.name === 'topics.yaml') this.topics = readShape(source, TopicsFile) ?? [];
    else if (isLesson) {
      const data = readShape(source, LessonFile);
      if (data) this.lessons.set(file.name, { source, data });
    } else if (isQuestions) {
      const list = readShape(source, QuestionsFile);
      list?.forEach((data, index) => this.questions.push({ source, data, index }));
      if (!list) this.unreadTopics.add(parts[2]!.replace(/\.yaml$/, ''));
    } else {
      const data = readShape(source, CourseFile);
      if (data) this.courses.set(folder!, { source, data });
    }
  }

  private checkIds(): void {
    const places = new Map<string, string>();
    for (const source of this.sources.values())
      for (const { value, line } of source.ids()) {
        const say = (message: string) => source.problems.push({ file: source.file, line, message });
        if (value === 'NEW') say('“id: NEW” has no UUID yet: run npm run content:ids');
        else if (typeof value !== 'string' || !UUID.test(value))
          say(`“${String(value)}” is no UUID in lower case: write “id: NEW” and run npm run content:ids`);
        else if (places.has(value)) say(`This id stands already at ${places.get(value)}: write “id: NEW” and run npm run content:ids`);
        else places.set(value, `${source.file}:${line}`);
      }
  }

  /** Answers whether the topics can be trusted; if not, complaints about unknown topics would only be noise. */
  private checkTopics(): boolean {
    const source = this.sources.get('topics.yaml');
    if (!source) this.stray.push({ file: 'topics.yaml', line: 1, message: 'The file is missing: add the list of topics' });
    this.topics.forEach((topic, i) => {
      if (this.topics.findIndex((other) => other.key === topic.key) < i)
        source!.report([i, 'key'], `The topic “${topic.key}” is listed twice`);
    });
    return this.topics.length > 0;
  }

  private checkCourse(folder: string, { source, data }: Placed<SourceCourseFile>): void {
    if (data.slug !== folder) source.report(['slug'], `“slug” must equal the folder name “${folder}”`);
    const listed = new Set<string>();
    data.modules.forEach((module, m) =>
      module.lessons.forEach((slug, l) => {
        const name = `${folder}/lessons/${slug}.yaml`;
        if (!this.sources.has(name)) source.report(['modules', m, 'lessons', l], `There is no lesson file lessons/${slug}.yaml: add it or correct the name`);
        if (listed.has(name)) source.report(['modules', m, 'lessons', l], `The lesson “${slug}” is listed twice`);
        listed.add(name);
      }),
    );
    for (const [name, lesson] of this.lessons)
      if (name.startsWith(`${folder}/lessons/`) && !listed.has(name))
        lesson.source.report([], `No module of ${folder}/course.yaml lists this lesson: list it or remove the file`);
    const lessons = [...listed].flatMap((name) => this.lessons.get(name) ?? []);
    if (lessons.length === listed.size)
      for (const tier of TIERS)
        if (!lessons.some((lesson) => meets(lesson.data.tiers, tier)))
          source.report(['modules'], `No lesson is for the tier ${tier}: add one`);
    const plain = (path: Path, text: SourceText): PlacedText => ({ path, text, markdown: false });
    this.checkTexts(source, [
      plain(['title'], data.title),
      plain(['summary'], data.summary),
      ...data.outcomes.map((text, i) => plain(['outcomes', i], text)),
      ...data.modules.map(({ title }, i) => plain(['modules', i, 'title'], title)),
      plain(['quiz', 'title'], data.quiz.title),
    ]);
  }

  private checkOrders(): void {
    const taken = new Map<number, string>();
    for (const [folder, { source, data }] of this.courses) {
      const other = taken.get(data.order);
      if (other) source.report(['order'], `The place ${data.order} is taken by “${other}”: choose another`);
      else taken.set(data.order, folder);
    }
    for (const file of this.sources.values()) {
      const [folder] = file.file.split('/');
      if (file.file !== 'topics.yaml' && !this.sources.has(`${folder}/course.yaml`))
        file.report([], `The folder ${folder} has no course.yaml: add it`);
    }
  }

  private checkLesson(name: string, { source, data }: Placed<SourceLesson>): void {
    for (const tier of TIERS)
      if (meets(data.tiers, tier) && !data.blocks.some((block) => meets(block.tiers, tier)))
        source.report(['blocks'], `The tier ${tier} gets this lesson but no block of it: add one, or limit the lesson`);
    data.blocks.forEach((block, b) => {
      const lost = (block.tiers ?? []).filter((tier) => !meets(data.tiers, tier));
      if (lost.length) source.report(['blocks', b, 'tiers'], `This lesson is not for ${lost.join(', ')}: nobody would see the block`);
    });
    if (data.case) checkCase(data.case, (path, message) => source.report(path, message));
    this.checkTexts(source, textsOfLesson(data));
    if (!/^\d\d-[a-z0-9-]+\.yaml$/.test(name.split('/')[2]!))
      source.report([], 'Name a lesson file after its place and topic, such as 03-desk-card.yaml');
  }

  private checkQuestionInPlace({ source, data, index }: Placed<SourceQuestion> & { index: number }, topicsKnown: boolean): void {
    const topic = source.file.split('/')[2]!.replace(/\.yaml$/, '');
    if (topicsKnown && !this.knowsTopic(data.topic))
      source.report([index, 'topic'], `Unknown topic “${data.topic}”: use a key of topics.yaml`);
    else if (data.topic !== topic) source.report([index, 'topic'], `This file holds questions of the topic “${topic}”: move the question to ${data.topic}.yaml`);
    checkQuestion(data, (path, message) => source.report([index, ...path], message));
    this.checkTexts(source, textsOfQuestion(data, [index]));
  }

  private checkPrompts(): void {
    for (const language of ['zh', 'en'] as const) {
      const places = new Map<string, string>();
      for (const { source, data, index } of this.questions) {
        const prompt = data.prompt[language].toLowerCase().replace(/[\s\p{P}]/gu, '');
        const path = [index, 'prompt', language];
        const place = places.get(prompt);
        if (place) source.report(path, `The same prompt stands at ${place}: ask something else`);
        else places.set(prompt, `${source.file}:${source.lineOf(path)}`);
      }
    }
  }

  private checkQuizzes(topicsKnown: boolean): void {
    for (const { source, data } of this.courses.values()) {
      const { draw } = data.quiz;
      const unknown = draw.flatMap(({ topic }, s) => (topicsKnown && !this.knowsTopic(topic) ? [{ topic, s }] : []));
      for (const { topic, s } of unknown)
        source.report(['quiz', 'draw', s, 'topic'], `Unknown topic “${topic}”: use a key of topics.yaml`);
      if (unknown.length || draw.some(({ topic }) => this.unreadTopics.has(topic))) continue;
      for (const { stratum, tier, left, needed } of shortages(draw, this.questions.map((question) => question.data)))
        source.report(
          ['quiz', 'draw', stratum],
          `Too few questions for the tier ${tier}: ${left} may be left for this stratum, it needs ${needed}. Add questions or draw fewer`,
        );
    }
  }

  private checkTexts(source: YamlSource, texts: readonly PlacedText[]): void {
    for (const { path, text, markdown } of texts)
      for (const language of ['zh', 'en'] as const) {
        const here = [...path, language];
        if (markdown) {
          const offset = source.textOffset(here);
          for (const fault of markdownFaults(text[language], language))
            source.report(here, fault.message, offset ? offset + fault.line : 0);
        } else {
          const fault = plainFault(text[language]);
          if (fault) source.report(here, fault);
        }
      }
  }

  private knowsTopic(key: string): boolean {
    return this.topics.some((topic) => topic.key === key);
  }

  private assemble(): Content {
    return {
      topics: this.topics,
      courses: [...this.courses]
        .map(([folder, { data }]) => ({
          ...data,
          modules: data.modules.map((module) => ({
            ...module,
            lessons: module.lessons.flatMap((slug) => this.lessons.get(`${folder}/lessons/${slug}.yaml`)?.data ?? []),
          })),
        }))
        .sort((a, b) => a.order - b.order),
      questions: this.questions.map(({ data }) => data),
    };
  }
}

const meets = (tiers: readonly Tier[] | null, tier: Tier): boolean => tiers === null || tiers.includes(tier);
