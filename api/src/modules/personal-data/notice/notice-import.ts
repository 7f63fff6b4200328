import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ContentError, readFolder } from '../../content/index.js';
import { RetentionJob } from '../retention.service.js';
import { checkNotice, withDays } from './notice-file.js';
import { Notices } from './notices.service.js';

/** Publishes the notice that comes with the content, where none has been published yet. */
@Injectable()
export class NoticeImport {
  constructor(
    private readonly notices: Notices,
    private readonly retention: RetentionJob,
  ) {}

  /** Repeating it changes nothing. @throws ContentError when the file has a problem */
  async load(folder: string): Promise<{ summary: string }> {
    const { notice, problems } = checkNotice(await readFolder(folder));
    const [first] = problems;
    if (first)
      throw new ContentError(
        `The notice on personal data is wrong, ${join(folder, first.file)}:${first.line}: ${first.message}. Run npm run content:check.`,
      );
    if (!notice) return { summary: '' };
    const days = await this.retention.days();
    const text = { zh: withDays(notice.zh, days), en: withDays(notice.en, days) };
    return { summary: (await this.notices.publishFirst(text)) ? 'notice on personal data published' : '' };
  }
}
