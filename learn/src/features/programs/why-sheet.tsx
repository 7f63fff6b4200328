import type { Why } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { formatDay, formatInstantDay } from '../../shared/i18n/format.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Sheet } from '../../shared/ui/sheet.js';
import { KeptLabel, messageOf, Skeleton } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

/** Why the program is theirs and where its day comes from, in the words of the evaluation that assigned it. */
export function WhySheet({ programId, onClose }: { programId: string; onClose: () => void }) {
  const { w, t } = useWords();
  const { data, keptAt, error, reload } = usePage<Why>(`why/${programId}`, () =>
    api.get(`/learn/programs/${programId}/why`),
  );
  return (
    <Sheet title={w.why} onClose={onClose}>
      {error && (
        <div role="alert">
          <p>
            {w.whyFailed} {messageOf(error, t)}
          </p>
          <button type="button" class="link-button" onClick={reload}>
            {t.app.retry}
          </button>
        </div>
      )}
      <KeptLabel keptAt={keptAt} />
      {data ? <Answer why={data} /> : !error && <Skeleton heights={[4, 6]} />}
    </Sheet>
  );
}

function Answer({ why: { says, due, rules } }: { why: Why }) {
  const { w, text, locale } = useWords();
  const { me } = useSignedIn();
  return (
    <div class="why">
      <p>{text(says)}</p>
      {due && (
        <section>
          <h3>{w.due}</h3>
          <p>{text(due)}</p>
        </section>
      )}
      {rules.length > 0 && (
        <section>
          <h3>{w.rules}</h3>
          <ul class="why__rules">
            {rules.map(({ rule, assignment }) => (
              <li key={rule.id}>
                <p>{w.byRule(rule.name)}</p>
                {assignment && (
                  <p class="quiet small">
                    {w.assignedOn(formatDay(assignment.assignedOn, locale))}
                    {assignment.withdrawnAt &&
                      ` · ${w.withdrawnOn(
                        formatInstantDay(assignment.withdrawnAt, locale, me.organisation.timeZone),
                      )}`}
                    <br />
                    {text(assignment.due)}
                    {assignment.kept && (
                      <>
                        <br />
                        {text(assignment.kept)}
                      </>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
