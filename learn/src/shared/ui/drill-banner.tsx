/** In both languages whatever the reader's: whoever looks over the shoulder must see that this is not real. */
export const DRILL_MARK = '演练 DRILL';

export const DrillBanner = () => (
  <section class="drill-banner" aria-label={DRILL_MARK}>
    <span>{DRILL_MARK}</span>
  </section>
);
