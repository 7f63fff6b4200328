import type { CertificationList } from '@readyroom/contract';
import { api } from '../api/client.js';
import { usePage, type Page } from '../offline/use-page.js';

/** What is asked of the learner and what they hold. Both languages come with it. */
export const usePrograms = (): Page<CertificationList> =>
  usePage<CertificationList>('programs', () => api.get('/learn/programs'));
