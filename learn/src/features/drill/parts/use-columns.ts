import { useEffect, useState } from 'preact/hooks';

const TWO = '(min-width: 760px)';
const THREE = '(min-width: 1180px)';

const columnsNow = (): 1 | 2 | 3 =>
  window.matchMedia(THREE).matches ? 3 : window.matchMedia(TWO).matches ? 2 : 1;

/** How many columns fit side by side. */
export function useColumns(): 1 | 2 | 3 {
  const [columns, setColumns] = useState(columnsNow);
  useEffect(() => {
    const queries = [TWO, THREE].map((query) => window.matchMedia(query));
    const change = () => setColumns(columnsNow());
    for (const query of queries) query.addEventListener('change', change);
    return () => {
      for (const query of queries) query.removeEventListener('change', change);
    };
  }, []);
  return columns;
}
