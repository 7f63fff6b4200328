import type { CaseState } from '@readyroom/contract';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Html } from '../../../shared/ui/html.js';
import { Icon } from '../../../shared/ui/icons.js';

export function CaseEnd({ state, onAgain }: { state: CaseState; onAgain: () => void }) {
  const { t } = useI18n();
  const strong = state.steps.filter(({ quality }) => quality === 'strong').length;
  return (
    <div class="debrief">
      <h3>{t.case.debrief}</h3>
      <p class="quiet">{t.case.tally(strong, state.steps.length)}</p>
      {state.debriefHtml !== null && <Html html={state.debriefHtml} />}
      <button type="button" class="button" onClick={onAgain}>
        <Icon name="again" size={20} />
        {t.case.again}
      </button>
    </div>
  );
}
