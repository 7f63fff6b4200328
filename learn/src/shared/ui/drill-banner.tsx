/** In both languages whatever the reader's: whoever looks over the shoulder must see that this is not real. */
export const DRILL_MARK = '演练 DRILL';

export const DrillBanner = () => (
  <p class="drill-banner">
    <span>{DRILL_MARK}</span>
  </p>
);
