import type { Answer, OpenAttempt } from '@readyroom/contract';
import type { Page } from 'playwright-core';
import type { QuestionAnswer } from '../../../api/src/modules/content/index.js';
import { solutionShown, type Presentation } from '../../../api/src/modules/attempts/presentation.js';
import type { Database } from '../../../api/src/platform/database/database.js';
import type { Hand } from './hand.js';

/** The right answers of an attempt in its own ids, by position; read from where no client can. */
export async function rightAnswers(database: Database, attemptId: string): Promise<Map<number, Answer>> {
  const rows = await database.query<{ position: number; presentation: Presentation; answer: QuestionAnswer }>(
    `SELECT q.position, q.presentation, k.answer FROM attempt_question q
     JOIN question_key k ON k.question_version_id = q.question_version_id WHERE q.attempt_id = $1`,
    [attemptId],
  );
  return new Map(
    rows.map(({ position, presentation, answer }) => [position, solutionShown(presentation, answer)]),
  );
}

/** Gives one answer on the page of its question, the way its type asks for. */
export async function giveAnswer(
  page: Page,
  hand: Hand,
  question: OpenAttempt['questions'][number],
  answer: Answer,
): Promise<void> {
  const labelled = (id: string) => page.locator(`input[name="q${question.position}"][value="${id}"]`);
  switch (answer.type) {
    case 'single':
      return hand.tick(labelled(answer.choice));
    case 'boolean':
      return hand.tick(labelled(String(answer.value)));
    case 'multiple':
      for (const id of answer.choices) await hand.tick(labelled(id));
      return;
    case 'matching':
      for (const { left, right } of answer.pairs) {
        const index = question.options.findIndex(({ id }) => id === left);
        await hand.choose(page.getByRole('group').getByRole('combobox').nth(index), right);
      }
      return;
    case 'ordering': {
      const order = question.options.map(({ id }) => id);
      for (const [place, id] of answer.order.entries())
        for (let at = order.indexOf(id); at > place; at--) {
          await hand.press(page.locator(`[data-move="${id}-1"]`));
          order.splice(at, 1);
          order.splice(at - 1, 0, id);
        }
      return;
    }
    case 'numeric':
      return hand.type(page.getByRole('group').getByRole('textbox'), String(answer.value));
    case 'short':
      return hand.type(page.getByRole('group').getByRole('textbox'), answer.text);
  }
}
