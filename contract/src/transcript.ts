import { z } from 'zod';
import { Locale } from './common.js';

export const TranscriptQuery = z.object({
  format: z.enum(['pdf', 'xlsx']).default('pdf'),
  locale: Locale.optional().describe('Left out: that of the reader'),
});
export type TranscriptQuery = z.infer<typeof TranscriptQuery>;
