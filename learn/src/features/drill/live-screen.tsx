import { useState } from 'preact/hooks';
import { DRILL_MARK, DrillBanner } from '../../shared/ui/drill-banner.js';
import { Title } from '../../shared/ui/title.js';
import { BoardPanel } from './board/board-panel.js';
import { DecisionDock } from './card/decision-dock.js';
import { DeskPanel } from './desk/desk-panel.js';
import { waitingStatements } from './desk/statement-steps.js';
import { FeedPanel } from './feed/feed-panel.js';
import { InboxPanel } from './inbox/inbox-panel.js';
import { unacknowledged } from './inbox/unacknowledged.js';
import { Announcer } from './parts/announcer.js';
import { useDrillRun } from './parts/drill-context.js';
import { LiveBar } from './parts/live-bar.js';
import { LiveNotes } from './parts/live-notes.js';
import { Tabs, type Tab } from './parts/tabs.js';
import { useColumns } from './parts/use-columns.js';
import { useWakeLock } from './parts/use-wake-lock.js';
import { WatchPanel } from './watch/watch-panel.js';
import { useWords } from './words/use-words.js';

type Panel = 'watch' | 'feed' | 'inbox' | 'desk' | 'board';
const OF_PLAYERS: readonly Panel[] = ['feed', 'inbox', 'desk', 'board'];
/** Whoever holds no seat puts down what they see. */
const OF_ONLOOKERS: readonly Panel[] = ['watch', ...OF_PLAYERS];

interface Props {
  onDismissMissed: () => void;
  /** Set when the drill is over and looked at once more. */
  onBack: (() => void) | null;
}

/** The drill as it goes on: one column with tabs on a phone, two or three on a desk. */
export function LiveScreen({ onDismissMissed, onBack }: Props) {
  const { w, text } = useWords();
  const { stage, state, view, seat, mayAct } = useDrillRun();
  const columns = useColumns();
  const [chosen, setChosen] = useState<Panel>(seat === null ? 'watch' : 'feed');
  // Everything that is there when the screen opens counts as new only once something is added to it.
  const [known, setKnown] = useState(view.posts.size);
  useWakeLock(state.clock?.status === 'running');

  const panels = seat === null ? OF_ONLOOKERS : OF_PLAYERS;
  const fixed = panels.slice(0, columns - 1);
  const tabbed = panels.slice(columns - 1);
  const open = tabbed.includes(chosen) ? chosen : tabbed[0]!;
  const fresh = view.posts.size - known;
  const waiting = unacknowledged(view.inbox, seat);
  const statements = mayAct ? waitingStatements(view.statements, seat, stage.seats) : 0;
  const tabs: Tab<Panel>[] = tabbed.map((key) => ({
    key,
    label: w.tab[key],
    ...(key === 'feed' && { count: fresh, news: w.newIn.feed(fresh) }),
    ...(key === 'inbox' && { count: waiting, news: w.newIn.inbox(waiting) }),
    ...(key === 'desk' && { count: statements, news: w.newIn.desk(statements) }),
  }));
  const show = (panel: Panel) => {
    if (panel === 'feed' && open !== 'feed') setKnown(view.posts.size);
    setChosen(panel);
  };
  const panel = (key: Panel) => {
    switch (key) {
      case 'watch':
        return <WatchPanel />;
      case 'feed':
        return <FeedPanel known={known} onKnown={setKnown} />;
      case 'inbox':
        return <InboxPanel />;
      case 'desk':
        return <DeskPanel />;
      case 'board':
        return <BoardPanel />;
    }
  };
  const title = text(stage.run.scenario.title);
  return (
    <div class="drill">
      <DrillBanner />
      <LiveBar onBack={onBack} />
      <main id="content" class={`drill__main drill__main--${columns}`} tabIndex={-1}>
        <Title windowTitle={`${DRILL_MARK} · ${title}`} class="visually-hidden">
          {title}
        </Title>
        <LiveNotes onDismissMissed={onDismissMissed} />
        <div class="drill__columns">
          {fixed.map((key) => (
            <div key={key} class="drill__column">
              {/* What scrolls must be reachable by keyboard. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <div class="drill__scroll" tabIndex={0} role="group" aria-label={w.tab[key]}>
                {panel(key)}
              </div>
              {key === 'inbox' && <DecisionDock />}
            </div>
          ))}
          <div class="drill__column drill__column--tabs">
            <Tabs label={w.views} tabs={tabs} open={open} onOpen={show}>
              {panel(open)}
            </Tabs>
            {columns < 3 && <DecisionDock />}
          </div>
        </div>
      </main>
      <Announcer />
    </div>
  );
}
