import type { ErrorBody, ErrorCode } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { ApiError, LineLost } from '../../shared/api/errors.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';

/** Hands over a zip of everything that is kept about whoever is signed in. */
export function OwnData() {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = async () => {
    setBusy(true);
    setError(null);
    try {
      await save('/api/me/personal-data');
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <section class="stack">
      {error !== null && (
        <p class="alert" role="alert">
          {messageOf(error, t)}
        </p>
      )}
      <button type="button" class="button button--wide" disabled={busy} onClick={() => void take()}>
        <Icon name="download" size={20} />
        {t.profile.ownData}
      </button>
      <p class="quiet small">{t.profile.ownDataNote}</p>
    </section>
  );
}

/** Fetched first, so that a refusal is a sentence and not a file with an error in it. */
async function save(address: string): Promise<void> {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => {
    throw new LineLost();
  });
  if (!response.ok) {
    const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
    throw new ApiError(response.status, (body?.code ?? 'server.unavailable') as ErrorCode);
  }
  const blob = await response.blob().catch(() => {
    throw new LineLost();
  });
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = named ? decodeURIComponent(named) : 'personal-data.zip';
  link.click();
  URL.revokeObjectURL(link.href);
}
