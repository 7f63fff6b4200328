import { Box } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Locale } from '../../providers/contract.js';

interface Props {
  label: string;
  locale: Locale;
  /** What is on screen; another thing begins at its top. */
  place: string;
  children: ReactNode;
  footer: ReactNode;
}

/** A phone of 360 × 740 pixels; its screen scrolls by itself and can be reached by keyboard. */
export const PhoneFrame = ({ label, locale, place, children, footer }: Props) => {
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    screen.current?.scrollTo({ top: 0 });
  }, [place]);
  return (
    <Box
      sx={{
        width: 376, maxWidth: 1, height: 'min(756px, calc(100vh - 180px))', minHeight: 480, mx: 'auto', overflow: 'hidden',
        border: '8px solid', borderColor: 'text.primary', borderRadius: '38px', bgcolor: 'background.default',
        display: 'flex', flexDirection: 'column', position: { lg: 'sticky' }, top: { lg: 72 },
      }} // prettier-ignore
    >
      <Box
        ref={screen}
        role="region"
        aria-label={label}
        tabIndex={0}
        lang={locale}
        sx={{ flex: 1, overflowY: 'auto', px: 2.25, py: 2.5, fontSize: 16 }}
      >
        {children}
      </Box>
      <Box
        lang={locale}
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          p: 1,
          borderTop: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        {footer}
      </Box>
    </Box>
  );
};
