import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { scenarioNow, timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { PhotoSheet } from './photo-sheet.js';
import { usePhotos } from './use-photos.js';

/** A photo of the moment, and what became of those taken on this device. */
export function PhotoSection({ mayTake }: { mayTake: boolean }) {
  const { w, t } = useWords();
  const { stage, state } = useDrillRun();
  const { photos, take, putAway } = usePhotos(stage.run.id);
  const chooser = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ file: File; moment: number } | null>(null);
  const choose = (file: File | undefined) => {
    const { clock } = state;
    // The camera stands over the page: the moment is that at which the picture comes back from it.
    if (file && clock) setChosen({ file, moment: Math.floor(scenarioNow(clock, performance.now())) });
    // The same picture can be chosen again.
    if (chooser.current) chooser.current.value = '';
  };
  return (
    <section aria-label={w.watch.photos} class="photos">
      {mayTake && (
        <>
          <input
            ref={chooser}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            aria-label={w.watch.photo}
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
          <button type="button" class="button button--wide" onClick={() => chooser.current?.click()}>
            <Icon name="camera" size={20} />
            {w.watch.photo}
          </button>
        </>
      )}
      {photos.length > 0 && (
        <ul class="photos__list" aria-live="polite">
          {photos.map(({ clientId, moment, note, state: stands, refused, entry, image }) => {
            const time = timeOfDay(stage.startsAt, moment, true);
            return (
              <li key={clientId}>
                {image !== null && (
                  <img src={`data:image/jpeg;base64,${image}`} alt={w.watch.photoAlt(time)} />
                )}
                <span class="photos__words">
                  {w.watch.photoOf(time)}
                  {note !== '' && <span class="small quiet">{note}</span>}
                  {refused !== null && <span class="small">{t.errors[refused] ?? t.app.unexpected}</span>}
                </span>
                {stands === 'waiting' && <span class="tag tag--warn">{w.watch.waits}</span>}
                {stands === 'sent' && <span class="tag">{w.watch.photoSent}</span>}
                {stands === 'refused' && entry !== null && (
                  <button type="button" class="link-button" onClick={() => putAway(entry)}>
                    {w.refused.close}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {chosen && (
        <PhotoSheet file={chosen.file} moment={chosen.moment} take={take} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}
