import { render } from 'preact';
import { App } from './app/app.js';
import { watchForNewVersion } from './app/new-version.js';
import { start } from './shared/session/session.js';
import { applyTextSize } from './shared/text-size.js';
import { watchNavigation } from './shared/ui/navigation.js';

applyTextSize();
watchNavigation();
void start();

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
watchForNewVersion();
