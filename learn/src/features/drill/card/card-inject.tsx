import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { senderName } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';

/** What a decision is about, as it came in: nobody has to look for it behind the question. */
export function CardInject({ inject }: { inject: string }) {
  const { text } = useWords();
  const { stage, view } = useDrillRun();
  const item = view.inbox.find(({ what }) => what === inject);
  if (!item) return null;
  return (
    <blockquote class="dock__inject">
      <p class="quiet small">
        {text(senderName(stage, item.from))} · {timeOfDay(stage.startsAt, item.at)}
      </p>
      <p>{text(item.text)}</p>
    </blockquote>
  );
}
