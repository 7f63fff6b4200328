import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { openCards } from '../card/my-cards.js';
import { useWords } from '../words/use-words.js';
import { ClockText } from './clock-text.js';
import { useDrillRun } from './drill-context.js';
import { LineText } from './line-text.js';
import { MenuSheet } from './menu-sheet.js';
import { seatTitle } from './seat-names.js';

/** Scenario time, my seat, the state of the line: always in sight. */
export function LiveBar({ onBack }: { onBack: (() => void) | null }) {
  const { w, text } = useWords();
  const { stage, view, seat, mayAct } = useDrillRun();
  const [menu, setMenu] = useState(false);
  const decisions = mayAct && openCards(view.cards, seat).length > 0;
  return (
    <header class="live-bar">
      {decisions && (
        <a class="skip" href="#decision">
          {w.card.prompt}
        </a>
      )}
      <ClockText />
      <div class="live-bar__who">
        <p class="live-bar__seat">{seat === null ? w.role[stage.me.role] : text(seatTitle(stage, seat))}</p>
        <LineText />
      </div>
      {onBack ? (
        <button type="button" class="icon-button" aria-label={w.over.back} onClick={onBack}>
          <Icon name="close" />
        </button>
      ) : (
        <button type="button" class="icon-button" aria-label={w.menu} onClick={() => setMenu(true)}>
          <Icon name="grid" />
        </button>
      )}
      {menu && <MenuSheet onClose={() => setMenu(false)} />}
    </header>
  );
}
