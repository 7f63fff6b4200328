import { Injectable } from '@nestjs/common';
import { Lru } from '../../platform/cache/lru.js';
import type { ShownQuestion } from './incoming-answers.js';

/** How the questions of an attempt are shown never changes: remembered, so that a save need not read it again. */
@Injectable()
export class ShownQuestions {
  private readonly entries = new Lru<string, { personId: string; questions: readonly ShownQuestion[] }>(
    5_000,
  );

  /** Only for the person whose attempt it is. */
  of(attemptId: string, personId: string): readonly ShownQuestion[] | undefined {
    const entry = this.entries.get(attemptId);
    return entry?.personId === personId ? entry.questions : undefined;
  }

  remember(attemptId: string, personId: string, questions: readonly ShownQuestion[]): void {
    this.entries.set(attemptId, { personId, questions });
  }
}
