import type { PlainTable } from './register.types.js';

/** Tables in which nothing is about anybody. */
export const PLAIN: readonly PlainTable[] = [
  { table: 'audience_rule_course', plain: 'rule_id course_id position' },
  { table: 'briefing_template', plain: 'id slug document' },
  { table: 'course', plain: 'id slug position published_version_id' },
  { table: 'course_module', plain: 'version_id id position title' },
  { table: 'course_version_question', plain: 'version_id question_version_id' },
  { table: 'department', plain: 'id parent_id name path lineage' },
  { table: 'drill_metric', plain: 'run_id seat key part value unit met count of' },
  { table: 'drill_objective', plain: 'run_id seat objective met late missed suggestion final weak' },
  { table: 'evidence_anchor', plain: 'number day first_seq last_seq root previous made_at hash' },
  {
    table: 'lesson',
    plain: 'version_id id module_id position title tiers blocks case_graph sources minutes content_hash',
  },
  { table: 'migration', plain: 'id timestamp name' },
  { table: 'notification_setting', plain: 'one digest digest_at quiet_from quiet_to' },
  { table: 'organisation', plain: 'singleton name time_zone has_demo_data' },
  { table: 'pack_key', plain: 'singleton signer_id private_key' },
  { table: 'program', plain: 'id slug version_id created_at archived_at' },
  { table: 'program_course', plain: 'program_id course_id path required' },
  { table: 'program_standing_count', plain: 'department_id program_id tier status people' },
  { table: 'question', plain: 'id topic_key retired current_version_id' },
  { table: 'question_key', plain: 'question_version_id answer rationale source' },
  {
    table: 'question_version',
    plain: 'id question_id number content_hash topic_key type difficulty tiers prompt body created_at',
  },
  { table: 'quiz', plain: 'version_id id title pass_percent attempts limit_minutes draw' },
  { table: 'retention_run', plain: 'id at counts' },
  { table: 'retention_setting', plain: 'one days erase_after_months erase_by_itself' },
  { table: 'robot', plain: 'id kind name url secret locale active paused_until created_at removed_at' },
  { table: 'scenario', plain: 'id slug published_version_id' },
  {
    table: 'standing_count',
    plain: 'department_id course_id tier due_on not_started in_progress completed',
  },
  { table: 'topic', plain: 'key id title position' },
];
