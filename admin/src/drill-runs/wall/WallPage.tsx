import { Box, Skeleton, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import type { DrillStage } from '../../providers/contract.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useText } from '../../shared/useLocale.js';
import { useLanguageOf } from '../../shared/useLanguageOf.js';
import { useMe } from '../../shared/useMe.js';
import { DrillBanner } from '../live/bar/DrillBanner.js';
import type { LineState } from '../live/line/DrillLine.js';
import { minutesAndSeconds, scenarioNow } from '../live/line/scenarioTime.js';
import { useDrill, useNow } from '../live/line/useDrill.js';
import { useWakeLock } from '../live/useWakeLock.js';
import { useWords } from '../live/useWords.js';
import { WallCurves } from './WallCurves.js';

const POSTS_SHOWN = 4;
const CARDS_SHOWN = 3;

/** For a projector: large enough to be read at 8 m, without names of people and without scores. */
export const WallPage = () => {
  const translate = useTranslate();
  const textIn = useText();
  const { id = '' } = useParams();
  const { me } = useMe();
  useLanguageOf(me?.locale);
  useWakeLock();
  const { stage, state, error, retry } = useDrill(id);
  const title = stage ? (stage.run.title ?? textIn(stage.run.scenario.title)) : translate('common.loading');
  useEffect(() => {
    document.title = `${translate('drill.mark')} · ${title}`;
  }, [translate, title]);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default', color: 'text.primary',
      }} // prettier-ignore
    >
      <h1 style={{ margin: 0, fontWeight: 'inherit' }}>
        <DrillBanner title={title} size="clamp(18px, 2.2vw, 44px)" />
      </h1>
      {error ? (
        <LoadFailed error={error} onRetry={retry} />
      ) : stage && state.clock ? (
        <Wall stage={stage} state={state} />
      ) : (
        <Skeleton variant="rounded" sx={{ m: 4, height: '60vh' }} />
      )}
    </Box>
  );
};

const Wall = ({ stage, state }: { stage: DrillStage; state: LineState }) => {
  const { T, textIn, seat, time } = useWords(stage);
  const now = useNow();
  const clock = state.clock!;
  const at = scenarioNow(clock, now);
  const { view } = state;
  const last = view.indicators.at(-1);
  const open = view.cards.filter(({ closed }) => closed === null);
  const posts = [...view.posts.values()].slice(-POSTS_SHOWN).reverse();
  const figures = [
    { label: T('volume'), value: last?.volume },
    { label: T('share'), value: last?.negativeShare },
    { label: T('heat'), value: last?.heat },
  ];
  const isCalm = clock.status === 'running' || clock.status === 'lobby';
  return (
    <Box
      sx={{
        flex: 1, display: 'grid', gap: '2vw', p: '2vw', fontSize: LARGE, lineHeight: 1.3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignContent: 'start',
      }} // prettier-ignore
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography
          component="p"
          sx={{ fontSize: HUGE, fontWeight: 700, lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}
        >
          <time>{time(at)}</time>
        </Typography>
        <Typography
          component="p"
          role="status"
          sx={{
            fontSize: LARGE, fontWeight: 650, mt: '0.6vw', px: isCalm ? 0 : '0.5em', display: 'inline-block',
            ...(isCalm ? {} : { bgcolor: clock.status === 'stopped' ? 'error.main' : 'warning.main', color: 'background.paper' }),
          }} // prettier-ignore
        >
          {[T(`status.${clock.status}`), view.phase && textIn(view.phase.title)].filter(Boolean).join(' · ')}
        </Typography>
        <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: '2.5vw', m: 0, mt: '1.5vw' }}>
          {figures.map(({ label, value }) => (
            <Box key={label} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {label}
              </Box>
              <Box
                component="dd"
                sx={{
                  m: 0,
                  fontSize: FIGURE,
                  fontWeight: 700,
                  lineHeight: 1.1,
                  fontVariantNumeric: 'tabular-nums',
                }}
              >
                {value ?? '—'}
              </Box>
            </Box>
          ))}
        </Box>
        <WallCurves
          samples={view.indicators}
          label={(minute) => time(minute * 60)}
          names={[T('volume'), T('heat'), T('share')]}
        />
      </Box>
      <Box sx={{ minWidth: 0, display: 'grid', gap: '2vw', alignContent: 'start' }}>
        <Part title={T('wall_decisions', { count: open.length })}>
          {open.length === 0 && <li>{T('no_open_cards')}</li>}
          {open.slice(0, CARDS_SHOWN).map(({ card }) => (
            <li key={card.key}>
              <strong>
                {seat(card.seat)} · {minutesAndSeconds((card.dueAt - at) / clock.rate)}
              </strong>
              <Clamped lines={2}>{textIn(card.prompt)}</Clamped>
            </li>
          ))}
        </Part>
        <Part title={T('wall_posts')}>
          {posts.length === 0 && <li>{T('no_posts')}</li>}
          {posts.map((post) => (
            <li key={post.id}>
              <strong>{textIn(post.from.name)}</strong>
              <Clamped lines={2}>{textIn(post.text)}</Clamped>
            </li>
          ))}
        </Part>
      </Box>
    </Box>
  );
};

/** A wall of 2.5 m shows a capital of this size more than 4 cm high, which is 8 m divided by 200. */
const LARGE = 'clamp(18px, 2.4vw, 64px)';
const FIGURE = 'clamp(32px, 5vw, 140px)';
const HUGE = 'clamp(64px, 11vw, 300px)';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Typography component="h2" sx={{ fontSize: LARGE, fontWeight: 700, mb: '0.6vw' }}>
      {title}
    </Typography>
    <Box
      component="ul"
      sx={{
        listStyle: 'none', m: 0, p: 0,
        '& > li': { borderTop: 2, borderColor: 'divider', py: '0.7vw', overflowWrap: 'anywhere' },
      }} // prettier-ignore
    >
      {children}
    </Box>
  </section>
);

const Clamped = ({ lines, children }: { lines: number; children: ReactNode }) => (
  <Box
    sx={{ display: '-webkit-box', WebkitLineClamp: lines, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}
  >
    {children}
  </Box>
);
