import { z } from 'zod';
import { Text } from './common.js';

/** What the coach notices in a statement before it goes out. Advice only: nothing here is scored. */
export const COACH_CODES = [
  'no_what_happened',
  'no_who_is_affected',
  'no_what_we_do',
  'no_next_update',
  'next_update_without_time',
  'no_apology',
  'no_contact',
  'denial_without_evidence',
  'denial_unchecked',
  'evidence_without_reference',
  'blames_users',
  'legal_threat',
  'plays_it_down',
  'absolute_promise',
  'speculation',
  'jargon',
  'cold_tone',
  'shouting',
  'too_long_for_microblog',
  'too_short',
] as const;

export const CoachNote = z
  .object({
    code: z.enum(COACH_CODES),
    weight: z.enum(['fix', 'consider']),
    quote: z.string().nullable().describe('The words it is about, as they stand in the text'),
    advice: Text,
  })
  .meta({ id: 'CoachNote' });
export type CoachNote = z.infer<typeof CoachNote>;
export type CoachCode = CoachNote['code'];
