import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

type Change = (before: URLSearchParams) => URLSearchParams;

/**
 * The query of the address, and a way to change it. A change starts from the address as it is by now: the setter of
 * React Router starts from the last drawing, and two changes made before the next one lost the first.
 */
export function useAddressQuery(): [
  URLSearchParams,
  (change: Change, options?: { replace?: boolean }) => void,
] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const update = useCallback(
    (change: Change, options?: { replace?: boolean }) =>
      void navigate(`?${change(new URLSearchParams(window.location.search)).toString()}`, options),
    [navigate],
  );
  return [search, update];
}
