import { useEffect, useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { base64Of, smallJpeg } from './photo-file.js';

interface Props {
  file: File;
  moment: number;
  take: (photo: { moment: number; note: string; image: string }) => Promise<void>;
  onClose: () => void;
}

const NOTE_LENGTH = 500;

/** The photo as it will be sent, and a few words to it. */
export function PhotoSheet({ file, moment, take, onClose }: Props) {
  const { w } = useWords();
  const { stage } = useDrillRun();
  const [image, setImage] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [note, setNote] = useState('');
  const [saving, setSaving] = useState(false);
  const [full, setFull] = useState(false);
  useEffect(() => {
    let left = false;
    smallJpeg(file)
      .then(base64Of)
      .then(
        (text) => !left && setImage(text),
        () => !left && setUnreadable(true),
      );
    return () => {
      left = true;
    };
  }, [file]);
  const save = async () => {
    if (image === null || saving) return;
    setSaving(true);
    setFull(false);
    try {
      await take({ moment, note: note.trim(), image });
      onClose();
    } catch {
      // A phone without room left keeps nothing: whoever took the photo has to know, and may try again.
      setSaving(false);
      setFull(true);
    }
  };
  const time = timeOfDay(stage.startsAt, moment, true);
  return (
    <Sheet title={w.watch.photo} onClose={onClose}>
      <p>{w.watch.photoMoment(time)}</p>
      {unreadable && <p role="alert">{w.watch.photoUnreadable}</p>}
      {image === null && !unreadable && <p role="status">{w.watch.photoReading}</p>}
      {image !== null && (
        <>
          <img class="photos__preview" src={`data:image/jpeg;base64,${image}`} alt={w.watch.photoAlt(time)} />
          <div class="field">
            <label for="photo-note">{w.watch.photoNote}</label>
            <textarea
              id="photo-note"
              class="input"
              rows={2}
              maxLength={NOTE_LENGTH}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </div>
          {full && <p role="alert">{w.watch.photoFull}</p>}
          <div class="sheet__actions">
            <button
              type="button"
              class="button button--primary button--wide"
              disabled={saving}
              onClick={() => void save()}
            >
              {w.watch.photoSend}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}
