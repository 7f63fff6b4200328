import type { ComponentChildren } from 'preact';
import { Mark } from '../../shared/ui/icons.js';
import { LanguageChoice } from '../../shared/ui/reading-settings.js';
import './sign-in.css';

/** Frame of the screens before the app: brand, one panel, language. */
export const Entry = ({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }) => (
  <main class="entry">
    <p class="entry__brand">
      <Mark size={36} />
      Readyroom
    </p>
    <div class="entry__panel">{children}</div>
    <div class="entry__foot">
      {foot}
      <LanguageChoice />
    </div>
  </main>
);
