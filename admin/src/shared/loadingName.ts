import type { ThemeOptions } from '@mui/material/styles';

/**
 * Id of the words outside of the app (`index.html`) that name what turns while something loads. The theme points there,
 * so that spinners which react-admin and MUI draw by themselves have a name too.
 */
export const LOADING_NAME = 'loading-name';

/** In the language of the screen. */
export function nameLoading(words: string): void {
  document.getElementById(LOADING_NAME)!.textContent = words;
}

const named = { defaultProps: { 'aria-labelledby': LOADING_NAME } };

/** For the theme. Bars that the console draws itself say what they are of, so only those of react-admin are in here. */
export const namedProgress = { MuiCircularProgress: named, RaLinearProgress: named } as NonNullable<
  ThemeOptions['components']
>;
