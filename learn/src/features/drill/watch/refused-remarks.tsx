import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';

/** Remarks that the drill did not take, with their words, so that these can be used elsewhere. */
export function RefusedRemarks() {
  const { w, t, text } = useWords();
  const { stage, observing } = useDrillRun();
  const titleOf = (key: string) => {
    const found = stage.objectives.find((one) => one.key === key);
    return found ? text(found.title) : key;
  };
  return (
    <div aria-live="polite">
      {observing.remarks.map((remark) => {
        const { clientId, action, refused, state } = remark;
        if (state !== 'refused' || refused === null) return null;
        const words =
          action.kind === 'note'
            ? action.text
            : `${titleOf(action.objective)}: ${action.rating}${action.note && ` ${action.note}`}`;
        return (
          <div key={clientId} class="drill-note drill-note--bad">
            <Icon name="warning" size={20} />
            <p>
              <strong>{w.watch.refused}</strong> {t.errors[refused] ?? t.app.unexpected}
              <br />
              {timeOfDay(stage.startsAt, action.moment ?? 0, true)} {words}
            </p>
            <button type="button" class="link-button" onClick={() => observing.putAway(remark)}>
              {w.refused.close}
            </button>
          </div>
        );
      })}
    </div>
  );
}
