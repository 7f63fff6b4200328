/** The statements of signing in and of every request. Constants, so that a measurement can run the very same work. */

/** The session with hash $1 and whose it is, if the person is still here. */
export const SESSION_ACTOR = {
  name: 'session_actor',
  text: `
    SELECT s.id AS session_id, s.person_id, s.created_at, s.last_seen_at, s.expires_at, s.by_link,
    p.roles, p.tier, p.locale, p.department_id, p.scope_department_id, c.temporary,
    EXISTS (SELECT FROM (SELECT version FROM privacy_notice ORDER BY version DESC LIMIT 1) n WHERE NOT EXISTS (
      SELECT FROM notice_acceptance a WHERE a.person_id = p.id AND a.version = n.version)) AS unread_notice
    FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN credential c ON c.person_id = p.id
    WHERE s.token_hash = $1 AND p.status = 'active'`,
};

/** $1 hash, $2 person, $3 now, $4 end, $5 by link. */
export const SESSION_OPEN = {
  name: 'session_open',
  text: `
    INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at, by_link)
    VALUES ($1, $2, $3, $3, $4, $5)`,
};

/** The active person with e-mail or employee number $1, and the password. */
export const SIGN_IN_LOGIN = {
  name: 'sign_in_login',
  text: `
    SELECT p.id, c.password_hash, c.expires_at, c.temporary FROM person p LEFT JOIN credential c ON c.person_id = p.id
    WHERE (lower(p.email) = lower($1) OR p.employee_no = $1) AND p.status = 'active'`,
};

/** $1 person, $2 now. */
export const SIGN_IN_SEEN = {
  name: 'sign_in_seen',
  text: `
    UPDATE person SET last_sign_in_at = $2 WHERE id = $1`,
};

/** Until when any of the keys $1 is paused. */
export const THROTTLE_CHECK = {
  name: 'throttle_check',
  text: `
    SELECT max(blocked_until) AS until FROM throttle WHERE key = ANY($1)`,
};

/** Forgets the failures of key $1. */
export const THROTTLE_CLEAR = {
  name: 'throttle_clear',
  text: `
    DELETE FROM throttle WHERE key = $1`,
};

/** What the interfaces need to know about person $1. */
export const ME = {
  name: 'me',
  text: `
    SELECT p.id, p.employee_no AS "employeeNo", p.name, p.english_name AS "englishName", p.email, p.locale,
    json_build_object('id', d.id, 'name', d.name) AS department,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS "scopeDepartment",
    (SELECT json_build_object('name', name, 'timeZone', time_zone) FROM organisation) AS organisation,
    EXISTS (SELECT 1 FROM person r WHERE r.manager_id = p.id AND r.id <> p.id
            AND (r.status = 'active' OR EXISTS (SELECT 1 FROM person x WHERE x.manager_id = r.id AND x.status = 'active')))
      AS "leadsTeam"
    FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN department s ON s.id = p.scope_department_id
    WHERE p.id = $1`,
};
