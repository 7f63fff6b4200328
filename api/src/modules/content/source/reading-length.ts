import type { Content } from './content.js';
import { plainText } from '../markdown.js';
import { textsOfLesson, textsOfQuestion, type PlacedText } from './source-texts.js';

/** How much there is to read: characters in Chinese (a Latin word or number counts as one), words in English. */
export interface ReadingLength {
  zh: number;
  en: number;
}

const WORD = /[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*/gu;

export function readingLength(texts: readonly Pick<PlacedText, 'text' | 'markdown'>[]): ReadingLength {
  const sum = { zh: 0, en: 0 };
  for (const { text, markdown } of texts) {
    const read = (source: string) => (markdown ? plainText(source) : source);
    sum.zh += countChinese(read(text.zh));
    sum.en += read(text.en).match(WORD)?.length ?? 0;
  }
  return sum;
}

const countChinese = (text: string): number => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}/gu, ' ').match(WORD)?.length ?? 0;
  return han + others;
};

/** What a content folder amounts to, for the summary of the check. */
export interface ContentFigures {
  courses: number;
  lessons: number;
  questions: number;
  byType: Record<string, number>;
  length: ReadingLength;
}

export function contentFigures({ courses, questions }: Content): ContentFigures {
  const lessons = courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  const byType: Record<string, number> = {};
  for (const { type } of questions) byType[type] = (byType[type] ?? 0) + 1;
  return {
    courses: courses.length,
    lessons: lessons.length,
    questions: questions.length,
    byType,
    length: readingLength([
      ...lessons.flatMap(textsOfLesson),
      ...questions.flatMap((question) => textsOfQuestion(question)),
    ]),
  };
}
