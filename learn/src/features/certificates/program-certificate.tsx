import type { Certification } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { StandingLines } from '../../shared/programs/standing-lines.js';
import { StatusTag } from '../../shared/programs/status-tag.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Mark } from '../../shared/ui/icons.js';

/** A program that was completed at least once: whether it holds today, and for how long. */
export function ProgramCertificate({ program, today }: { program: Certification; today: string }) {
  const { t, text } = useI18n();
  const { me } = useSignedIn();
  const title = text(program.program.title);
  return (
    <li class="certificate card">
      <div class="certificate__face">
        <p class="certificate__head">
          <Mark size={22} />
          {me.organisation.name}
          <StatusTag status={program.status} />
        </p>
        <h3 class="certificate__title">{title}</h3>
        <p class="certificate__holder">
          {me.name}
          {me.englishName && <span lang="en"> {me.englishName}</span>}
        </p>
        <p class="meta">
          <StandingLines program={program} today={today} />
        </p>
        <Link href={`/programs/${program.program.id}`} class="link-button">
          {t.certificates.history}
          <span class="visually-hidden"> {title}</span>
        </Link>
      </div>
    </li>
  );
}
