import type { TeamMember, TeamReminder } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { formatDay, formatTime } from '../../shared/i18n/format.js';
import { StatusTag } from '../../shared/programs/status-tag.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';
import { useWords } from './use-words.js';

interface Props {
  member: TeamMember;
  onReminded: (personId: string, reminded: TeamReminder) => void;
}

/** One report: what is asked of them and where that stands, and the reminder of today. */
export function MemberCard({ member, onReminded }: Props) {
  const { w, text, locale } = useWords();
  const heading = useId();
  const { person, position, department, programs, courses } = member;
  const name = locale === 'en' && person.englishName ? person.englishName : person.name;
  return (
    <li>
      <section class="member card" aria-labelledby={heading}>
        <div class="member__head">
          <div>
            <h2 id={heading} class="member__name">
              {name}
            </h2>
            <p class="quiet small">{[position, department].filter(Boolean).join(' · ')}</p>
          </div>
          {member.remindable && <Remind member={member} name={name} onReminded={onReminded} />}
        </div>
        {programs.length + courses.length === 0 && <p class="quiet small">{w.nothingAsked}</p>}
        <ul class="member__list">
          {programs.map((program) => (
            <ProgramLine key={program.id} program={program} />
          ))}
          {courses.map((course) => (
            <li key={course.id}>
              <span class="member__what">{w.course(text(course.title))}</span>
              <span class="meta">
                <span class="tag tag--bad">
                  <Icon name="warning" size={14} />
                  {w.overdueCourse}
                </span>
                <span>{w.dueOn(formatDay(course.dueOn, locale))}</span>
              </span>
            </li>
          ))}
        </ul>
        <RemindedNote reminded={member.reminded} />
      </section>
    </li>
  );
}

function RemindedNote({ reminded }: Pick<TeamMember, 'reminded'>) {
  const { w, locale } = useWords();
  const { me } = useSignedIn();
  const time = reminded && formatTime(Date.parse(reminded.at), locale);
  return (
    <p class="member__reminded small" role="status">
      {reminded && time && (
        <>
          <Icon name="check" size={16} />
          {reminded.by.id === me.id ? w.remindedByMe(time) : w.reminded(reminded.by.name, time)}
        </>
      )}
    </p>
  );
}

function ProgramLine({ program }: { program: TeamMember['programs'][number] }) {
  const { w, text, locale } = useWords();
  const { status, dueOn, graceUntil, validUntil } = program;
  const held = status === 'compliant' || status === 'expiring_soon';
  const day =
    status === 'waived'
      ? null
      : status === 'in_grace' && graceUntil
        ? w.graceUntil(formatDay(graceUntil, locale))
        : held
          ? validUntil && w.validUntil(formatDay(validUntil, locale))
          : dueOn && w.dueOn(formatDay(dueOn, locale));
  return (
    <li>
      <span class="member__what">{text(program.title)}</span>
      <span class="meta">
        <StatusTag status={status} />
        {day && <span>{day}</span>}
      </span>
    </li>
  );
}

function Remind({ member, name, onReminded }: Props & { name: string }) {
  const { w, t } = useWords();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const remind = async () => {
    if (working || member.reminded) return;
    setWorking(true);
    setError(null);
    try {
      onReminded(member.person.id, await api.post<TeamReminder>(`/learn/team/${member.person.id}/remind`));
    } catch (refusal) {
      setError(refusal as Error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <div class="member__remind">
      <button
        type="button"
        class="button"
        aria-disabled={working || member.reminded !== null}
        aria-label={w.remindNamed(name)}
        onClick={() => void remind()}
      >
        {working ? w.reminding : w.remind}
      </button>
      {error && (
        <p class="field__error small" role="alert">
          {messageOf(error, t)}
        </p>
      )}
    </div>
  );
}
