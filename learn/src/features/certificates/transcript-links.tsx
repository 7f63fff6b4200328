import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';

/** Everything that was ever completed, in one file to sign or to sort. */
export function TranscriptLinks() {
  const { t, locale } = useI18n();
  const file = (format: 'pdf' | 'xlsx', language: string) =>
    `/api/learn/transcript?format=${format}&locale=${language}`;
  return (
    <section class="section" aria-labelledby="transcript-title">
      <h2 id="transcript-title" class="section__title">
        {t.certificates.transcript}
      </h2>
      <p class="quiet">{t.certificates.transcriptText}</p>
      <div class="transcript">
        {(
          [
            [t.certificates.pdfZh, file('pdf', 'zh-CN')],
            [t.certificates.pdfEn, file('pdf', 'en')],
            [t.certificates.workbook, file('xlsx', locale)],
          ] as const
        ).map(([label, href]) => (
          <a key={href} class="button" href={href} download>
            <Icon name="download" size={20} />
            {label}
            <span class="visually-hidden"> {t.certificates.transcript}</span>
          </a>
        ))}
      </div>
    </section>
  );
}
