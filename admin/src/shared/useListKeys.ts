import { useNavigate } from 'react-router';
import { useMe } from './useMe.js';
import { useShortcut } from './useShortcut.js';

/** `/` goes to the search field of a list, `c` creates where that is allowed. */
export function useListKeys(resource: string): void {
  const navigate = useNavigate();
  const { can } = useMe();
  useShortcut('/', () => document.querySelector<HTMLInputElement>('main input[name="q"]')?.focus());
  useShortcut('c', () => void navigate(`/${resource}/create`), can(resource, 'create'));
}
