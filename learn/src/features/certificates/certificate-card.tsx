import type { Certificate } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon, Mark } from '../../shared/ui/icons.js';
import { Sheet } from '../../shared/ui/sheet.js';
import { QrCode } from './qr-code.js';

/** Several cards have the same buttons; readers hear which course each belongs to. */
const Hidden = ({ text }: { text: string }) => <span class="visually-hidden"> {text}</span>;

export function CertificateCard({ certificate }: { certificate: Certificate }) {
  const { t, text, locale } = useI18n();
  const { me } = useSignedIn();
  const [code, setCode] = useState(false);
  const title = text(certificate.courseTitle);
  const day = (instant: string) => formatInstantDay(instant, locale, me.organisation.timeZone);
  const pdf = (language: string) => `/api/certificates/${certificate.id}/pdf?locale=${language}`;
  return (
    <li class="certificate card">
      <div class="certificate__face">
        <p class="certificate__head">
          <Mark size={22} />
          {me.organisation.name}
          {certificate.revokedAt ? (
            <span class="tag tag--bad">
              <Icon name="cross" size={14} />
              {t.certificates.revoked}
            </span>
          ) : (
            <span class="tag tag--good">
              <Icon name="check" size={14} />
              {t.certificates.valid}
            </span>
          )}
        </p>
        <h3 class="certificate__title">{title}</h3>
        <p class="certificate__holder">
          {me.name}
          {me.englishName && <span lang="en"> {me.englishName}</span>}
        </p>
        <p class="meta">
          <span>{t.certificates.issued(day(certificate.issuedAt))}</span>
          {certificate.revokedAt && <span>{t.certificates.revokedOn(day(certificate.revokedAt))}</span>}
          <span>{t.tier[certificate.tier]}</span>
          {certificate.scorePercent !== null && <span>{t.certificates.score(certificate.scorePercent)}</span>}
          <span>{t.certificates.version(certificate.versionNumber)}</span>
        </p>
        <p class="certificate__code">
          <span class="quiet">{t.certificates.code}</span> <code>{certificate.code}</code>
        </p>
      </div>
      <div class="certificate__actions">
        <a class="certificate__action" href={pdf('zh-CN')} target="_blank" rel="noopener">
          <Icon name="download" size={20} />
          {t.certificates.pdfZh}
          <Hidden text={title} />
        </a>
        <a class="certificate__action" href={pdf('en')} target="_blank" rel="noopener">
          <Icon name="download" size={20} />
          {t.certificates.pdfEn}
          <Hidden text={title} />
        </a>
        <button type="button" class="certificate__action" onClick={() => setCode(true)}>
          <Icon name="qr" size={20} />
          {t.certificates.showCode}
          <Hidden text={title} />
        </button>
      </div>
      {code && (
        <Sheet title={title} onClose={() => setCode(false)}>
          <QrCode text={certificate.verifyUrl} label={t.certificates.codeImage} />
          <p class="quiet">{t.certificates.codeHint}</p>
          <a class="button button--wide" href={certificate.verifyUrl} target="_blank" rel="noopener">
            {t.certificates.verify}
            <Icon name="external" size={20} />
          </a>
        </Sheet>
      )}
    </li>
  );
}
