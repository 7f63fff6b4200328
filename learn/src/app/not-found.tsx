import { Link } from 'wouter-preact';
import { useI18n } from '../shared/i18n/i18n.js';
import { Icon } from '../shared/ui/icons.js';
import { Title } from '../shared/ui/title.js';

export function NotFoundScreen() {
  const { t } = useI18n();
  return (
    <div class="state">
      <Icon name="info" size={40} />
      <Title>{t.app.notFoundTitle}</Title>
      <p class="quiet">{t.app.notFoundText}</p>
      <Link href="/" class="button button--primary">
        {t.app.backHome}
      </Link>
    </div>
  );
}
