import type { LessonPage, SavedLessonProgress } from '@readyroom/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { waiting } from '../../shared/offline/outbox-queue.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { nextSeq, serverNow } from '../../shared/time.js';

/** The last one used on this device, whatever the lesson. */
let lastSeq = 0;

/** Saves the place in a lesson through the outbox and tells how the saving stands. */
export function useSaving(page: LessonPage) {
  const { outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const done = useRef(page.state === 'done');

  useEffect(
    () =>
      outbox.onDelivered(({ item, answer }) => {
        if (item.kind === 'progress' && item.lessonId === page.id)
          setSavedAt(Date.parse((answer as SavedLessonProgress).savedAt));
      }),
    [outbox, page.id],
  );

  const save = (blockId: string, finished: boolean): Promise<void> => {
    done.current ||= finished;
    lastSeq = nextSeq(lastSeq, serverNow());
    return outbox.put({
      kind: 'progress',
      courseId: page.courseId,
      lessonId: page.id,
      body: { blockId, done: done.current, seq: lastSeq },
    });
  };
  const isWaiting = waiting(entries).some(
    ({ item }) => item.kind === 'progress' && item.lessonId === page.id,
  );
  return { save, savedAt, waiting: isWaiting };
}
