import type { Text } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { Sheet } from '../../../shared/ui/sheet.js';
import { CheckList } from '../parts/check-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { seatGroups, type Direction } from '../parts/seat-names.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

interface Props {
  about?: { kind: 'post' | 'inject'; key: string; text: Text };
  /** Seats that are chosen to begin with. */
  to?: readonly string[];
  /** Only seats in this direction. */
  towards?: Direction;
  onClose: () => void;
}

/** Writes to other seats, grouped by where they stand. */
export function MessageSheet({ about, to = [], towards, onClose }: Props) {
  const { w, text } = useWords();
  const { stage, seat, act } = useDrillRun();
  const [seats, setSeats] = useState<string[]>([...to]);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const groups = seatGroups(stage.seats, seat ?? '').filter(
    ({ direction }) => towards === undefined || direction === towards,
  );
  const send = async () => {
    setTried(true);
    if (seats.length === 0 || !fits(words)) return;
    await act({
      kind: 'message',
      message: randomUuid(),
      to: seats,
      text: words.trim(),
      ...(about ? { about: about.key } : {}),
    });
    onClose();
  };
  return (
    <Sheet title={w.message.title} onClose={onClose}>
      {about && (
        <div>
          <p class="eyebrow">{w.message.about}</p>
          <blockquote class="quote">{text(about.text)}</blockquote>
        </div>
      )}
      {groups.map(({ direction, seats: group }) => (
        <CheckList
          key={direction}
          legend={w.message.groups[direction]}
          options={group.map(({ key, title }) => ({ value: key, label: text(title) }))}
          values={seats.filter((key) => group.some((one) => one.key === key))}
          onChange={(chosen) =>
            setSeats([...seats.filter((key) => !group.some((one) => one.key === key)), ...chosen])
          }
        />
      ))}
      <p class="field__error small" role="status">
        {tried && seats.length === 0 && w.message.noSeat}
      </p>
      <TextBox
        label={w.message.text}
        value={words}
        onChange={setWords}
        error={tried && words.trim() === '' ? w.message.noText : null}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.message.send}
        </button>
      </div>
    </Sheet>
  );
}
