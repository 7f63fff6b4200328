import type { DrillReport, Locale } from '@readyroom/contract';
import { toHtml } from './html.js';
import { toMarkdown } from './markdown.js';
import { toPdf } from '../../../platform/pdf/pdf-document.js';
import { reportDocument } from './report-document.js';

/** A report as a file. */
export async function writeReport(
  report: DrillReport,
  locale: Locale,
  format: 'html' | 'md' | 'pdf',
): Promise<Buffer | string> {
  const document = reportDocument(report, locale);
  if (format === 'pdf') return toPdf(document);
  return format === 'html' ? toHtml(document) : toMarkdown(document);
}
