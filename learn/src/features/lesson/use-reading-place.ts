import type { LessonPage } from '@readyroom/contract';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { blockBeingRead } from './reading-place.js';

const SETTLE_MS = 1_000;

const blocksOf = () => [...document.querySelectorAll<HTMLElement>('[data-block]')];
const atEnd = () => window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4;

/** Goes to where reading stopped, then follows it; `save` is called when a place has settled and when the page is left. */
export function useReadingPlace(page: LessonPage, save: (blockId: string) => void) {
  const [index, setIndex] = useState(0);
  const saver = useRef(save);
  saver.current = save;
  const resumeAt = useRef(
    page.state === 'done' ? -1 : page.blocks.findIndex(({ id }) => id === page.lastBlockId),
  );

  // A case that has been begun lies behind the last block.
  const inCase = useRef(page.state !== 'done' && page.case?.open != null && page.case.steps.length > 0);
  useLayoutEffect(() => {
    const at = inCase.current ? document.getElementById('case') : blocksOf()[resumeAt.current];
    if (inCase.current || resumeAt.current > 0) at?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let current = -1;
    let saved = -1;
    const settle = () => {
      clearTimeout(timer);
      const id = page.blocks[current]?.id;
      if (current === saved || !id) return;
      saved = current;
      saver.current(id);
    };
    const look = () => {
      frame = 0;
      const tops = blocksOf().map((block) => block.getBoundingClientRect().top);
      const next = blockBeingRead(tops, window.innerHeight, atEnd());
      if (next === current) return;
      current = next;
      setIndex(next);
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') settle();
    };
    look();
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('visibilitychange', onHide);
    return () => {
      settle();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [page.blocks]);

  return { index, resumed: inCase.current || resumeAt.current > 0 };
}
