import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab<K extends string> {
  key: K;
  label: string;
  /** Shown as a number beside the label; `news` says it in words. */
  count?: number;
  news?: string;
}
interface Props<K extends string> {
  label: string;
  tabs: readonly Tab<K>[];
  open: K;
  onOpen: (key: K) => void;
  children: ComponentChildren;
}

/** Tabs after the pattern of the ARIA guide: one stop of the Tab key, arrows within. */
export function Tabs<K extends string>({ label, tabs, open, onOpen, children }: Props<K>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (key: K | undefined) => {
    if (key === undefined) return;
    onOpen(key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${key}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === open);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(tabs[(to + tabs.length) % tabs.length]?.key);
  };
  return (
    <div class="drill-tabs">
      {/* The keys are those of the tabs within. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div class="drill-tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
        {tabs.map(({ key, label: name, count = 0, news }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            data-tab={key}
            class="drill-tab"
            aria-selected={key === open}
            aria-controls={key === open ? `panel-${key}` : undefined}
            tabIndex={key === open ? 0 : -1}
            onClick={() => onOpen(key)}
          >
            {name}
            {count > 0 && (
              <>
                <span class="drill-tab__count" aria-hidden="true">
                  {count > 99 ? '99+' : count}
                </span>
                <span class="visually-hidden">{news}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div id={`panel-${open}`} role="tabpanel" aria-labelledby={`tab-${open}`} class="drill-tabs__panel">
        {children}
      </div>
    </div>
  );
}
