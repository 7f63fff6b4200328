import { inScope, programStatus } from '../standings/index.js';

/**
 * The one definition of who is to be reminded of what, for planning and for every preview, to be put behind
 * `WITH RECURSIVE`. Parameters: $1 today, $2 last day to look at, $3 scope, $4 and $5 program and steps of a ladder that
 * is only being tried out (steps null = none is).
 *
 * Facts come from program_standing, the same rows as every board. A day of a step that has passed is caught up: of those
 * that went by, only the latest step for each role, and only if nothing at or after it was planned for that role and
 * that due day before. So neither a system that was down nor an edited ladder makes two messages of one step.
 *
 * `manager_id` is who gets what is for the manager: whoever is on record, in place of one who has left the next above who
 * is here, null when there is nobody. Nobody is their own manager, and a circle of managers ends.
 */
export const DUE_STEPS = `
  today AS (SELECT $1::date AS day),
  ladder AS (
    SELECT g.id AS program_id,
      CASE WHEN tried THEN $5::jsonb ELSE coalesce(own.steps, common.steps) END AS steps
    FROM program g
    LEFT JOIN reminder_ladder own ON own.program_id = g.id
    JOIN reminder_ladder common ON common.program_id IS NULL
    CROSS JOIN LATERAL (SELECT $5::jsonb IS NOT NULL AND
      CASE WHEN $4::uuid IS NULL THEN own.id IS NULL ELSE $4::uuid = g.id END AS tried) t
    WHERE CASE WHEN $5::jsonb IS NULL THEN coalesce(own.active, common.active) ELSE tried END
  ),
  step AS (
    SELECT l.program_id, s.key, s.anchor, s.days, s."to" AS role, s.channels, s."robotIds" AS robots
    FROM ladder l CROSS JOIN jsonb_to_recordset(l.steps)
      AS s(key text, anchor text, days int, "to" text, channels jsonb, "robotIds" jsonb)
  ),
  near AS (
    SELECT s.person_id, s.program_id, s.department_id, st.key, st.anchor, st.role, st.channels, st.robots, a.anchor_on,
      a.anchor_on + st.days AS step_on, greatest(a.anchor_on + st.days, today.day) AS tell_on,
      ${programStatus('s', 'greatest(a.anchor_on + st.days, today.day)')} AS status
    FROM today CROSS JOIN program_standing s
    JOIN step st ON st.program_id = s.program_id
    CROSS JOIN LATERAL (SELECT CASE st.anchor WHEN 'due' THEN s.due_on ELSE s.valid_until END AS anchor_on) a
    JOIN department dep ON dep.id = s.department_id
    WHERE s.counted AND isfinite(a.anchor_on) AND a.anchor_on + st.days <= $2::date AND ${inScope('dep', '$3')}
  ),
  latest AS (
    SELECT *, rank() OVER (PARTITION BY person_id, program_id, role, step_on <= today.day ORDER BY step_on DESC) AS place
    FROM near, today WHERE status NOT IN ('compliant', 'waived')
  ),
  numbered AS (
    SELECT l.*, coalesce(n.open, n.newest + 1, 1) AS cycle
    FROM latest l
    LEFT JOIN (
      SELECT person_id, program_id, max(number) FILTER (WHERE completed_at IS NULL) AS open, max(number) AS newest
      FROM certification_period GROUP BY 1, 2
    ) n USING (person_id, program_id)
    WHERE l.step_on > l.day OR l.place = 1
  ),
  gone(origin, next_id, seen) AS (
    SELECT p.id, p.manager_id, ARRAY[p.id] FROM person p
    WHERE p.status = 'left' AND EXISTS (SELECT 1 FROM person r WHERE r.manager_id = p.id AND r.status = 'active')
    UNION ALL
    SELECT g.origin, m.manager_id, g.seen || m.id FROM gone g JOIN person m ON m.id = g.next_id
    WHERE m.status = 'left' AND m.id <> ALL (g.seen)
  ),
  above AS MATERIALIZED (
    SELECT g.origin, m.id AS manager_id FROM gone g JOIN person m ON m.id = g.next_id AND m.status = 'active'
  ),
  due AS (
    SELECT d.*, p.manager_id AS recorded_id, CASE WHEN m.status = 'active' THEN m.id ELSE nullif(a.manager_id, p.id) END AS manager_id
    FROM numbered d
    JOIN person p ON p.id = d.person_id
    LEFT JOIN person m ON m.id = p.manager_id AND m.id <> p.id
    LEFT JOIN above a ON a.origin = m.id
    WHERE NOT EXISTS (
      SELECT 1 FROM reminder r WHERE r.person_id = d.person_id AND r.program_id = d.program_id AND r.cycle = d.cycle
        AND r.anchor_on = d.anchor_on AND r.role = d.role AND r.closed_at IS NULL
        AND (r.step = d.key OR r.step_on >= d.step_on))
  )`;

/**
 * Who gets each of them. Without a manager above who is here it goes to HR: those whose departments fit the person's most
 * closely; without any HR to the administrators. `why` says so. (`place <= 1`, because of an equality the planner expects one
 * row, and compares everybody with everybody.)
 */
export const TARGETS = `
  desk AS MATERIALIZED (
    SELECT department_id, person_id, why FROM (
      SELECT d.id AS department_id, h.id AS person_id, CASE WHEN 'hr' = ANY(h.roles) THEN NULL ELSE 'no_hr' END AS why,
        rank() OVER (PARTITION BY d.id ORDER BY 'hr' = ANY(h.roles) DESC, coalesce(cardinality(sd.lineage), 0) DESC) AS place
      FROM department d
      JOIN person h ON h.status = 'active' AND h.roles && '{hr,admin}'
      LEFT JOIN department sd ON sd.id = h.scope_department_id
      WHERE 'hr' = ANY(h.roles) AND (sd.id IS NULL OR d.lineage @> ARRAY[sd.id]) OR 'admin' = ANY(h.roles)
    ) ranked WHERE place <= 1
  ),
  told AS (
    SELECT d.*, d.person_id AS recipient_id, NULL AS why FROM due d WHERE d.role = 'learner'
    UNION ALL
    SELECT d.*, d.manager_id, CASE WHEN d.manager_id <> d.recorded_id THEN 'manager_above' END
    FROM due d WHERE d.role = 'manager' AND d.manager_id IS NOT NULL
    UNION ALL
    SELECT d.*, k.person_id,
      CASE WHEN d.role = 'hr' THEN k.why WHEN d.recorded_id IS NULL THEN 'no_manager' ELSE 'manager_left' END
    FROM due d JOIN desk k ON k.department_id = d.department_id
    WHERE d.role = 'hr' OR d.role = 'manager' AND d.manager_id IS NULL
  ),
  target AS (
    SELECT t.*, c.channel FROM told t CROSS JOIN LATERAL jsonb_array_elements_text(t.channels) AS c(channel)
    UNION ALL
    SELECT d.*, r.id, NULL, 'robot' FROM due d CROSS JOIN LATERAL jsonb_array_elements_text(d.robots) AS x(id)
    JOIN robot r ON r.id = x.id::uuid AND r.removed_at IS NULL AND r.active
    WHERE d.role = 'group'
  )`;
