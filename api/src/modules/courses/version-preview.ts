import { textIn, type Locale, type Text, type Tier, type VersionPreview } from '@readyroom/contract';
import {
  blocksFor,
  isFor,
  languageOf,
  mayDraw,
  tenthsOf,
  wholeMinutes,
  type LessonContent,
  type PoolQuestion,
  type StoredCase,
  type VersionContent,
} from '../content/index.js';

type Parts = {
  version: VersionContent;
  status: VersionPreview['status'];
  lessons: readonly LessonContent[];
  pool: readonly PoolQuestion[];
  /** Title by key. */
  topics: ReadonlyMap<string, Text>;
};
type PreviewCase = NonNullable<VersionPreview['modules'][number]['lessons'][number]['case']>;

/** A version as somebody of this tier and language would meet it, cases laid open. */
export function versionPreview(parts: Parts, tier: Tier, locale: Locale): VersionPreview {
  const { version, status, pool, topics } = parts;
  const mine = parts.lessons.filter((lesson) => isFor(tier, lesson));
  const { quiz } = version;
  return {
    id: version.id,
    courseId: version.courseId,
    number: version.number,
    status,
    tier,
    locale,
    title: textIn(version.title, locale),
    summary: textIn(version.summary, locale),
    outcomes: version.outcomes.map((outcome) => textIn(outcome, locale)),
    minutes: wholeMinutes(mine.reduce((sum, lesson) => sum + tenthsOf(lesson, tier, locale), 0)),
    modules: version.modules
      .map((module) => ({
        id: module.id,
        title: textIn(module.title, locale),
        lessons: mine
          .filter((lesson) => lesson.moduleId === module.id)
          .map((lesson) => ({
            id: lesson.id,
            title: textIn(lesson.title, locale),
            tiers: lesson.tiers,
            minutes: wholeMinutes(tenthsOf(lesson, tier, locale)),
            blocks: blocksFor(lesson, tier).map((block) => block[languageOf(locale)]),
            case: lesson.case && openCase(lesson.case, locale),
            sources: lesson.sources,
          })),
      }))
      .filter((module) => module.lessons.length > 0),
    quiz: {
      id: quiz.id,
      title: textIn(quiz.title, locale),
      passPercent: quiz.passPercent,
      attempts: quiz.attempts,
      limitMinutes: quiz.limitMinutes,
      draw: quiz.draw.map((stratum) => ({
        ...stratum,
        topicTitle: textIn(topics.get(stratum.topic)!, locale),
        pool: pool.filter((question) => mayDraw(stratum, tier, question)).length,
      })),
    },
  };
}

function openCase(graph: StoredCase, locale: Locale): PreviewCase {
  const language = languageOf(locale);
  return {
    startId: graph.startId,
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      ...node[language],
      options: node.options.map((option) => ({ id: option.id, label: option[language].label })),
      outcomes: node.options.map((option) => ({
        chosenOptionId: option.id,
        quality: option.quality,
        consequenceHtml: option[language].consequenceHtml,
        feedbackHtml: option[language].feedbackHtml,
        nextNodeId: option.nextNodeId,
      })),
    })),
    debriefHtml: graph.debriefHtml[language],
  };
}
