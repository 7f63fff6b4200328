import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useSetLocale, useTranslate } from 'react-admin';
import { useLocation, useParams } from 'react-router';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { Notice } from '../../shared/Notice.js';
import { timeOfDay } from '../../shared/timeOfDay.js';
import { useLanguageOf } from '../../shared/useLanguageOf.js';
import { useLocale, useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import { DrillBanner } from '../live/bar/DrillBanner.js';
import { minutesAndSeconds, scenarioNow } from '../live/line/scenarioTime.js';
import { useNow } from '../live/line/useDrill.js';
import { useWakeLock } from '../live/useWakeLock.js';
import { isRefusal, useWall, type ShownWall } from './useWall.js';
import { WallCurves } from './WallCurves.js';

const CARDS_SHOWN = 3;

/** The wall for somebody who is signed in to the console. */
export const WallPage = () => {
  const { id = '' } = useParams();
  const { me } = useMe();
  useLanguageOf(me?.locale);
  return <WallScreen path={`drill-runs/${id}/wall`} />;
};

/** The wall on a screen where nobody is signed in, by a link whose secret part stays in the browser. */
export const LinkedWallPage = () => {
  const { hash } = useLocation();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const token = hash.replace(/^#/, '');
  return (
    <WallScreen path={`drill-walls/${encodeURIComponent(token || 'none')}`} isLinked>
      <Button
        onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        sx={{ position: 'fixed', right: 8, bottom: 8, bgcolor: 'background.paper' }}
      >
        {locale === 'en' ? '中文' : 'English'}
      </Button>
    </WallScreen>
  );
};

interface WallScreenProps {
  path: string;
  isLinked?: boolean;
  children?: ReactNode;
}
/** For a projector: large enough to be read at 8 m, without names of people and without scores. */
const WallScreen = ({ path, isLinked = false, children }: WallScreenProps) => {
  const translate = useTranslate();
  const textIn = useText();
  useWakeLock();
  const { wall, isLost, error, retry } = useWall(path);
  const title = wall ? (wall.title ?? textIn(wall.scenario)) : translate('drill.wall');
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
      {isLost && (
        <Typography
          role="alert"
          sx={{ bgcolor: 'error.main', color: 'error.contrastText', textAlign: 'center', fontSize: LARGE }}
        >
          {translate('drill.line.lost')}
        </Typography>
      )}
      {isLinked && isRefusal(error) ? (
        <Notice title={translate('drill.wall_link.gone')} text={translate('drill.wall_link.gone_text')} />
      ) : error ? (
        <LoadFailed error={error} onRetry={retry} />
      ) : wall ? (
        <Wall wall={wall} />
      ) : (
        <Skeleton variant="rounded" sx={{ m: 4, height: '60vh' }} />
      )}
      {children}
    </Box>
  );
};

const Wall = ({ wall }: { wall: ShownWall }) => {
  const translate = useTranslate();
  const textIn = useText();
  const now = useNow();
  const T = (key: string, options?: object) => translate(`drill.${key}`, options);
  const { clock, phase, reason, startsAt, openCards: open, posts } = wall;
  const time = (seconds: number) => timeOfDay(startsAt, seconds);
  const at = scenarioNow(clock, now);
  const last = wall.figures.at(-1);
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
          {[T(`status.${clock.status}`), isCalm ? null : reason, phase && textIn(phase)]
            .filter(Boolean)
            .join(' · ')}
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
          samples={wall.figures}
          label={(minute) => time(minute * 60)}
          names={[T('volume'), T('heat'), T('share')]}
        />
      </Box>
      <Box sx={{ minWidth: 0, display: 'grid', gap: '2vw', alignContent: 'start' }}>
        <Part title={T('wall_decisions', { count: open.length })}>
          {open.length === 0 && <li>{T('no_open_cards')}</li>}
          {open.slice(0, CARDS_SHOWN).map(({ seat, prompt, dueAt }) => (
            <li key={`${dueAt} ${prompt.en}`}>
              <strong>
                {textIn(seat)} · {minutesAndSeconds((dueAt - at) / clock.rate)}
              </strong>
              <Clamped lines={2}>{textIn(prompt)}</Clamped>
            </li>
          ))}
        </Part>
        <Part title={T('wall_posts')}>
          {posts.length === 0 && <li>{T('no_posts')}</li>}
          {posts.slice(0, open.length > 1 ? 2 : 3).map(({ from, text }) => (
            <li key={`${from.en} ${text.en}`}>
              <strong>{textIn(from)}</strong>
              <Clamped lines={2}>{textIn(text)}</Clamped>
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
