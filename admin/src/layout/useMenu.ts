import { useMe } from '../shared/useMe.js';
import { mayDo } from '../providers/permissions.js';
import { MENU, type MenuGroup } from './menu.js';

/** The groups and entries that this person may open. */
export function useMenu(): MenuGroup[] {
  const { me } = useMe();
  if (!me) return [];
  return MENU.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => mayDo(me, entry.resource, 'list')),
  })).filter((group) => group.entries.length > 0);
}
