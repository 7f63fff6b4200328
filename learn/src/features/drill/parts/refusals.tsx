import { Icon } from '../../../shared/ui/icons.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';

/** Actions that the drill did not take, and why. They are in its log all the same. */
export function RefusedActions() {
  const { w, t } = useWords();
  const { outcomes, dismissed, dismiss } = useDrillRun();
  return (
    <div aria-live="polite">
      {outcomes.map(({ clientId, action, refused }) =>
        refused === null || dismissed.has(clientId) ? null : (
          <div key={clientId} class="drill-note drill-note--bad">
            <Icon name="warning" size={20} />
            <p>
              <strong>{w.refused.title}</strong> · {w.refused.action[action.kind]}
              <br />
              {t.errors[refused] ?? t.app.unexpected}
            </p>
            <button type="button" class="link-button" onClick={() => dismiss(clientId)}>
              {w.refused.close}
            </button>
          </div>
        ),
      )}
    </div>
  );
}
