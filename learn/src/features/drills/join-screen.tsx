import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { DRILL_MARK } from '../../shared/ui/drill-banner.js';
import { Icon } from '../../shared/ui/icons.js';
import { Title } from '../../shared/ui/title.js';
import { JoinForm } from './join-form.js';
import { useJoining } from './use-joining.js';
import { useWords } from './use-words.js';
import './drills.css';

/** The link or QR code of a run: joins at once, and says why when that fails. */
export function JoinScreen({ code }: { code: string }) {
  const { w } = useWords();
  const { join, error } = useJoining();
  useEffect(() => void join(code), [join, code]);
  if (error === null)
    return (
      <section class="state" role="status">
        <Title windowTitle={`${DRILL_MARK} · ${w.joining}`}>{w.joining}</Title>
      </section>
    );
  return (
    <>
      <section class="state" role="alert">
        <Icon name="warning" size={40} />
        <Title windowTitle={`${DRILL_MARK} · ${w.joinFailed}`}>{w.joinFailed}</Title>
        <p>{error}</p>
        <Link href="/drills" class="button">
          {w.toList}
        </Link>
      </section>
      <JoinForm initial={code} />
    </>
  );
}
