import type { CSSProperties } from 'react';

/** For text that only screen readers need. */
export const visuallyHidden: CSSProperties = {
  position: 'absolute', width: 1, height: 1, margin: -1, padding: 0, border: 0, overflow: 'hidden',
  clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap',
}; // prettier-ignore

/** Styles for screens below 600 px, for the `sx` of a component. */
export const onPhones = (style: object): object => ({ '@media (max-width:599.95px)': style });

/** A table that on a phone is one block a row; a cell with `data-label` says there which column it is. */
export const blocksOnPhones = {
  ...onPhones({
    '&, & tbody, & tr, & th, & td': { display: 'block', width: 'auto' },
    '& thead': { display: 'none' },
    '& td, & th': { borderBottom: 0, py: 0.5, textAlign: 'start' },
    '& tr': { py: 1, borderBottom: '1px solid', borderColor: 'divider' },
    '& td[data-label]::before': { content: 'attr(data-label) " "', color: 'text.secondary', mr: 1 },
  }),
};
