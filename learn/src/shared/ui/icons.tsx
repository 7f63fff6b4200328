/** Own line icons on a 24-unit grid; the text beside them carries the meaning. */
const PATHS = {
  'arrow-left': 'M19 12H5m6-6-6 6 6 6',
  'arrow-right': 'M5 12h14m-6-6 6 6-6 6',
  up: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  chevron: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.7 2.8 2.7L16 9.6',
  open: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  half: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  cross: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-3-12 6 6m0-6-6 6',
  warning: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5m0-8.6v.1',
  rule: 'M12 3.5 5 6v5.5c0 4.4 2.9 7.4 7 9 4.1-1.6 7-4.6 7-9V6l-7-2.5Zm-3 8.3 2.2 2.2L15 10',
  tip: 'M9.5 18h5m-4 3h3M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.2 1.1 2.2h5c0-1 .4-1.6 1.1-2.2A6 6 0 0 0 12 3Z',
  example: 'M12 6.5C10 5 7.5 4.5 4 4.5v13.5c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2Zm0 0V20',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.3 2',
  calendar: 'M4.5 6h15v14h-15V6Zm0 4.5h15M8.5 3.5V8m7-4.5V8',
  flag: 'M6 21V4.5h11.5L15 9l2.5 4.5H6',
  grid: 'M4.5 4.5h6v6h-6v-6Zm9 0h6v6h-6v-6Zm-9 9h6v6h-6v-6Zm9 0h6v6h-6v-6Z',
  text: 'M3 18.5 8 5.5l5 13M4.7 14.2h6.6M15 18.5l3-8 3 8m-5-2.6h4',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  'eye-off':
    'M4 4l16 16M9.9 6a9.6 9.6 0 0 1 2.1-.2c6 0 9.5 6.2 9.5 6.2a17 17 0 0 1-3 3.7M6 7.7A16.5 16.5 0 0 0 2.5 12S6 18.2 12 18.2a9.7 9.7 0 0 0 4-.9M10 10a3 3 0 0 0 4 4',
  lock: 'M6 10.5h12V20H6v-9.5Zm2.5 0V8a3.5 3.5 0 0 1 7 0v2.5',
  branch: 'M6 4v5a4 4 0 0 0 4 4h8M6 20v-5.5a4 4 0 0 1 1-2.6M15 10l3 3-3 3',
  quiz: 'M5 4h14v16H5V4Zm3.5 5 1.2 1.2L12 8m2.5 1.5h1.5M8.5 15l1.2 1.2L12 14m2.5 1.5h1.5',
  rosette: 'M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm-3.3-1-1.2 7L12 18l4.5 2.5-1.2-7',
  bell: 'M12 3.5a6 6 0 0 0-6 6v4.5L4.5 17h15L18 14V9.5a6 6 0 0 0-6-6ZM9.5 19.5a2.6 2.6 0 0 0 5 0',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.7-4 3.6-6 7.5-6s6.8 2 7.5 6',
  external: 'M13 5h6v6m0-6-8.5 8.5M17 13.5V19H5V7h5.5',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14',
  qr: 'M4.5 4.5h5v5h-5v-5Zm10 0h5v5h-5v-5Zm-10 10h5v5h-5v-5Zm10 0h2v2h-2v-2Zm3 3h2v2h-2v-2Z',
  'line-lost':
    'M4 4l16 16M2.5 9.5A15 15 0 0 1 7.5 6.6m4-1a15 15 0 0 1 10 3.9M6 13.2a9.6 9.6 0 0 1 4.6-2.5m4.4.600a9.7 9.7 0 0 1 3 1.9M9.5 16.7a4 4 0 0 1 5 0M12 19.9v.1',
  again: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7M4.5 4v4.7h4.7',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5l-4 1ZM14 7l3 3',
  camera: 'M4 7.5h3.5L9 5h6l1.5 2.5H20V19H4V7.5ZM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.3 12h17.4M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.1 6.4-3.6 9c-2.5-2.6-3.6-5.6-3.6-9S9.5 5.6 12 3Z',
  out: 'M14 4.5H5.5v15H14M10 12h10.5m-4-4 4 4-4 4',
  device: 'M7.5 3h9v18h-9V3Zm3.5 15.5h2',
  saved: 'M5 12.5l4 4 10-9.5',
} as const;
export type IconName = keyof typeof PATHS;

interface Props {
  name: IconName;
  size?: number;
  filled?: boolean;
}

export const Icon = ({ name, size = 24, filled = false }: Props) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill={filled ? 'currentColor' : 'none'}
    aria-hidden="true"
  >
    <path
      d={PATHS[name]}
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    {name === 'half' && <path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor" />}
  </svg>
);

/** The mark of Readyroom: a doorway standing open. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="var(--accent)" />
    <path
      d="M9 25V8.5h14V25"
      fill="none"
      stroke="var(--on-accent)"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <path d="M13 25V12.5l7-2.5v15" fill="var(--on-accent)" />
  </svg>
);
