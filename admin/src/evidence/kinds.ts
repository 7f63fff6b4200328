export const KINDS = [
  'attempt.finished', 'course.completed', 'certification.completed', 'certification.revoked', 'waiver.given',
  'waiver.ended', 'assignment.made', 'assignment.moved', 'assignment.withdrawn', 'program.made', 'program.moved',
  'program.withdrawn', 'rule.set', 'rule.withdrawn', 'drill.rated', 'notice.accepted', 'briefing.asked',
  'briefing.acknowledged',
] as const; // prettier-ignore

/** Name of a kind as a key of the catalogue. */
export const keyOf = (kind: string): string => kind.replace('.', '_');
