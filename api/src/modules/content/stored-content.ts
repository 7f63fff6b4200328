import type { LessonBlock, LessonSource, QuestionType, Text, Tier } from '@readyroom/contract';
import type { z } from 'zod';
import type { Stratum } from './quiz-supply.js';

/** The shapes in which imported content lies in the database (jsonb), rendered and in both languages. */

type Quality = 'strong' | 'acceptable' | 'weak';
/** Tenths of a minute by tier and language. */
export type Minutes = Record<Tier, { zh: number; en: number }>;

export interface StoredBlock {
  id: string;
  /** null = everybody who gets the lesson. */
  tiers: Tier[] | null;
  zh: LessonBlock;
  en: LessonBlock;
}

interface StoredOptionText {
  label: string;
  consequenceHtml: string;
  feedbackHtml: string;
}
export interface StoredCaseOption {
  id: string;
  quality: Quality;
  /** null = the case ends here. */
  nextNodeId: string | null;
  zh: StoredOptionText;
  en: StoredOptionText;
}
export interface StoredCaseNode {
  id: string;
  zh: { clock: string; html: string };
  en: { clock: string; html: string };
  options: StoredCaseOption[];
}
/** A case with everything in it: qualities, consequences and feedback must not leave the server before their time. */
export interface StoredCase {
  startId: string;
  /** Decisions on the longest path. */
  decisionsAtMost: number;
  nodes: StoredCaseNode[];
  debriefHtml: Text;
}

export interface LessonOutline {
  id: string;
  moduleId: string;
  /** 1-based over the whole version. */
  position: number;
  title: Text;
  tiers: Tier[] | null;
  minutes: Minutes;
  isCase: boolean;
  /** In reading order. */
  blocks: { id: string; tiers: Tier[] | null }[];
}
export interface LessonContent extends Omit<LessonOutline, 'blocks'> {
  blocks: StoredBlock[];
  case: StoredCase | null;
  sources: z.infer<typeof LessonSource>[];
}

export interface QuizSpec {
  id: string;
  title: Text;
  passPercent: number;
  /** 0 = unlimited. */
  attempts: number;
  /** 0 = untimed. */
  limitMinutes: number;
  draw: Stratum[];
}

export interface VersionContent {
  id: string;
  courseId: string;
  number: number;
  title: Text;
  summary: Text;
  outcomes: Text[];
  modules: { id: string; title: Text; lessons: LessonOutline[] }[];
  /** All lessons of all modules in order, for every tier. */
  lessons: LessonOutline[];
  quiz: QuizSpec;
}

export interface Keyed {
  key: string;
  text: Text;
}
/** What of a question may be shown before the answer; keys stay on the server. Lists are in no telling order. */
export type QuestionBody =
  | { type: 'single' | 'multiple'; options: Keyed[] }
  | { type: 'boolean' }
  | { type: 'ordering'; items: Keyed[] }
  | { type: 'matching'; left: Keyed[]; right: Keyed[] }
  | { type: 'numeric'; unit: Text }
  | { type: 'short'; placeholder: Text | null };

/** The right answer, in keys of the body. */
export type QuestionAnswer =
  | { type: 'single'; choice: string }
  | { type: 'multiple'; choices: string[] }
  | { type: 'boolean'; value: boolean }
  | { type: 'ordering'; order: string[] }
  | { type: 'matching'; pairs: { left: string; right: string }[] }
  | { type: 'numeric'; value: number; tolerance: number }
  | { type: 'short'; accepted: { zh: string[]; en: string[] } };

/** A question of a pool, without its key. */
export interface PoolQuestion {
  questionId: string;
  questionVersionId: string;
  topic: string;
  type: QuestionType;
  difficulty: number;
  tiers: Tier[] | null;
  prompt: Text;
  body: QuestionBody;
}
export interface QuestionKey {
  questionVersionId: string;
  answer: QuestionAnswer;
  rationale: Text;
}
