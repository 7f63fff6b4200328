import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/i18n.js';
import { isTyping } from '../../shared/ui/keys.js';
import { Sheet } from '../../shared/ui/sheet.js';

interface Moves {
  back: () => void;
  forward: () => void;
}

/** Arrow keys turn the pages and `?` explains that, unless somebody is typing or a sheet is open. */
export function useLessonKeys(moves: Moves) {
  const [help, setHelp] = useState(false);
  const current = useRef(moves);
  current.current = moves;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === 'ArrowLeft') current.current.back();
      else if (event.key === 'ArrowRight') current.current.forward();
      else if (event.key === '?') setHelp(true);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return {
    showHelp: () => setHelp(true),
    help: help ? <KeyHelp onClose={() => setHelp(false)} /> : null,
  };
}

function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const rows = [
    ['→', t.lesson.helpNext],
    ['←', t.lesson.helpBack],
    ['?', t.lesson.helpHelp],
    ['Esc', t.lesson.helpClose],
  ] as const;
  return (
    <Sheet title={t.lesson.help} onClose={onClose}>
      <dl class="keys">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
