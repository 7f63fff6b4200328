import type { MyCalendar } from '@readyroom/contract';
import { api } from '../api/client.js';
import { serverNow } from '../time.js';
import { usePage, type Page } from '../offline/use-page.js';
import { stillPlanned, type Planned } from './planned.js';

/** What the person was told of, and since when their calendar feed has its address. */
export function usePlanned(): Page<MyCalendar> & { planned: readonly Planned[] } {
  const page = usePage<MyCalendar>('calendar', () => api.get('/learn/calendar'));
  return { ...page, planned: page.data ? stillPlanned(page.data.items, serverNow()) : [] };
}
