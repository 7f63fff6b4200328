import { Injectable } from '@nestjs/common';
import type { PreFlight, Text } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ScenarioVersions } from '../../scenarios/index.js';
import { OccurrenceNotFound, ScheduleNotFound } from '../drill-schedule.errors.js';
import { unfit } from '../plan/occurrences.js';
import { SCHEDULE_COLUMNS, visibleSchedule, type ScheduleRow } from '../schedule-row.js';
import { ConflictsReadModel } from './conflicts.read-model.js';

type Finding = PreFlight['findings'][number];
type StoredScenario = NonNullable<Awaited<ReturnType<ScenarioVersions['publishedOf']>>>;
type Author = Pick<Actor, 'personId' | 'scopeDepartmentId'>;

interface Occurrence {
  id: string;
  plannedAt: Date;
}
interface Member {
  id: string;
  name: string;
  employeeNo: string;
  role: string;
  seat: string | null;
  gone: boolean;
  address: boolean;
  signsIn: boolean;
}

const MESSAGES: Record<Finding['code'], Text> = {
  scenario_unpublished: {
    zh: '情景没有已发布的版本，到时无法开场。',
    en: 'The scenario has no published version, so the drill cannot open.',
  },
  scenario_warnings: {
    zh: '情景检查有提示，请先查看。',
    en: 'The check of the scenario has remarks; look at them first.',
  },
  no_controller: {
    zh: '没有在职的导调，演练无人主持。',
    en: 'No facilitator is still here, so nobody can lead the drill.',
  },
  seat_empty: {
    zh: '以下席位无人参演，将由系统模拟：',
    en: 'Nobody sits here, so the engine will play these seats: ',
  },
  person_gone: {
    zh: '以下人员已离职，不会进入名单。',
    en: 'These people have left and will not be in the cast.',
  },
  cannot_sign_in: {
    zh: '以下人员尚无登录方式，请先发放凭据。',
    en: 'These people have no way to sign in; issue credentials first.',
  },
  no_address: {
    zh: '以下人员没有邮箱，收不到邀请，请另行通知。',
    en: 'These people have no mail address and get no invitation; tell them another way.',
  },
  blackout: { zh: '时间落在避开的日期。', en: 'The day is blacked out.' },
  outside_hours: { zh: '时间不在工作时段内。', en: 'The time is outside working hours.' },
  repeats_soon: {
    zh: '计划本身会让以下人员两周内再次参演同一情景，第二次练到的有限。',
    en: 'The schedule itself brings these people to the same scenario again within two weeks; the second time teaches little.',
  },
  conflict: {
    zh: '以下人员同一时间另有演练，或两周内在别处参演同一情景。',
    en: 'These people are in another drill at that time, or play this scenario elsewhere within two weeks.',
  },
};
const BLOCKING = new Set<Finding['code']>(['scenario_unpublished', 'no_controller', 'cannot_sign_in']);

/** What would go wrong on the day, before it does. */
@Injectable()
export class PreFlightCheck {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenarioVersions,
    private readonly conflicts: ConflictsReadModel,
  ) {}

  /** Of one occurrence, or of the next. @throws ScheduleNotFound, OccurrenceNotFound */
  async check(actor: Author, scheduleId: string, occurrenceId?: string): Promise<PreFlight> {
    const [schedule] = await this.database.query<ScheduleRow>(
      `SELECT ${SCHEDULE_COLUMNS} FROM drill_schedule s WHERE s.id = $1 AND ${visibleSchedule('$2', '$3')}`,
      [scheduleId, actor.personId, actor.scopeDepartmentId],
    );
    if (!schedule) throw new ScheduleNotFound();
    const [occurrence] = await this.database.query<Occurrence>(
      `SELECT id, planned_at AS "plannedAt" FROM drill_occurrence
       WHERE schedule_id = $1 AND state = 'planned' AND ($2::uuid IS NULL OR id = $2) ORDER BY planned_at LIMIT 1`,
      [scheduleId, occurrenceId ?? null],
    );
    if (!occurrence && occurrenceId) throw new OccurrenceNotFound();
    const scenario = await this.scenarios.publishedOf(schedule.scenarioId);
    const findings = [
      ...scenarioFindings(scenario),
      ...(occurrence ? await this.ofOccurrence(schedule, occurrence, scenario) : []),
    ];
    return {
      occurrenceId: occurrence?.id ?? null,
      plannedAt: occurrence?.plannedAt.toISOString() ?? null,
      ready: occurrence !== undefined && !findings.some(({ blocks }) => blocks),
      findings,
    };
  }

  private async ofOccurrence(
    schedule: ScheduleRow,
    { id, plannedAt }: Occurrence,
    scenario: StoredScenario | null,
  ): Promise<Finding[]> {
    const members = await this.database.query<Member>(MEMBERS, [id, this.clock.now()]);
    const here = members.filter(({ gone }) => !gone);
    const empty = scenario?.document.seats.filter(({ key }) => !here.some(({ seat }) => seat === key)) ?? [];
    const why = unfit(schedule, plannedAt);
    const conflicts = (await this.conflicts.of(schedule.id)).filter(
      ({ occurrenceId }) => occurrenceId === id,
    );
    const clashing = new Map(conflicts.map(({ person }) => [person.id, person]));
    return [
      ...(here.some(({ role }) => role === 'controller') ? [] : [finding('no_controller')]),
      ...(empty.length > 0 ? [seatsEmpty(empty.map(({ title }) => title))] : []),
      ...concerning(
        'person_gone',
        members.filter(({ gone }) => gone),
      ),
      ...concerning(
        'cannot_sign_in',
        here.filter(({ signsIn }) => !signsIn),
      ),
      ...concerning(
        'no_address',
        here.filter(({ address }) => !address),
      ),
      ...(why === null ? [] : [finding(why === 'blackout' ? 'blackout' : 'outside_hours')]),
      ...concerning('conflict', [...clashing.values()]),
      ...concerning('repeats_soon', await this.conflicts.repeatedBy(schedule.id)),
    ];
  }
}

const finding = (code: Finding['code'], people: Finding['people'] = []): Finding => ({
  code,
  blocks: BLOCKING.has(code),
  message: MESSAGES[code],
  people: people.map(({ id, name, employeeNo }) => ({ id, name, employeeNo })),
});

const concerning = (code: Finding['code'], people: Finding['people']): Finding[] =>
  people.length > 0 ? [finding(code, people)] : [];

const seatsEmpty = (titles: readonly Text[]): Finding => ({
  ...finding('seat_empty'),
  message: {
    zh: `${MESSAGES.seat_empty.zh}${titles.map(({ zh }) => zh).join('、')}。`,
    en: `${MESSAGES.seat_empty.en}${titles.map(({ en }) => en).join(', ')}.`,
  },
});

const scenarioFindings = (scenario: StoredScenario | null): Finding[] => {
  if (!scenario) return [finding('scenario_unpublished')];
  return scenario.findings.length > 0 ? [finding('scenario_warnings')] : [];
};

const MEMBERS = `
  SELECT p.id, p.name, p.employee_no AS "employeeNo", op.role, op.seat, p.status <> 'active' AS gone,
    p.email IS NOT NULL AS address,
    EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND (c.expires_at IS NULL OR c.expires_at > $2))
      OR EXISTS (SELECT 1 FROM sign_in_link l WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > $2)
      AS "signsIn"
  FROM drill_occurrence_person op JOIN person p ON p.id = op.person_id
  WHERE op.occurrence_id = $1 AND op.removed_at IS NULL ORDER BY p.employee_no`;
