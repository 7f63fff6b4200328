import type { Answer, QuestionType, Text, Tier } from '@readyroom/contract';

/** A thing to choose, order or match. Keys come from the content, may reveal the answer, and stay on the server. */
export interface Keyed {
  readonly key: string;
  readonly text: Text;
}

/** What `question_version.body` holds: everything that may be shown before the answer. Lists a type lacks are absent. */
export interface QuestionBody {
  /** single, multiple */
  readonly options?: readonly Keyed[];
  /** ordering */
  readonly items?: readonly Keyed[];
  /** matching */
  readonly left?: readonly Keyed[];
  /** matching */
  readonly right?: readonly Keyed[];
  /** numeric */
  readonly unit?: Text | null;
  /** short */
  readonly placeholder?: Text | null;
}

/** What `question_key.answer` holds. */
export type Solution =
  | { readonly type: 'single'; readonly choice: string }
  | { readonly type: 'multiple'; readonly choices: readonly string[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'ordering'; readonly order: readonly string[] }
  | { readonly type: 'matching'; readonly pairs: readonly { readonly left: string; readonly right: string }[] }
  | { readonly type: 'numeric'; readonly value: number; readonly tolerance: number }
  | {
      readonly type: 'short';
      readonly accepted: { readonly zh: readonly string[]; readonly en: readonly string[] };
    };

/** An answer in the keys of the content instead of the ids of one attempt. This is what is stored and scored. */
export type KeyedAnswer = Answer;

/** One question of the frozen pool of a course version. Immutable, key included. */
export interface PoolQuestion {
  readonly versionId: string;
  readonly questionId: string;
  readonly topic: string;
  readonly type: QuestionType;
  readonly difficulty: number;
  /** null = everybody */
  readonly tiers: readonly Tier[] | null;
  readonly prompt: Text;
  readonly body: QuestionBody;
  readonly solution: Solution;
  readonly rationale: Text;
}

/** Part of a quiz: so many questions of a topic, perhaps of one difficulty, perhaps only those for the own tier. */
export interface Stratum {
  readonly topic: string;
  readonly difficulty: number | null;
  readonly scope: 'any' | 'tier';
  readonly count: number;
}
