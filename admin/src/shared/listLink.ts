/** Address of a list with filters set, as react-admin reads it; numbers open into people with it. */
export const listLink = (resource: string, filter: object): string =>
  `/${resource}?${new URLSearchParams({
    filter: JSON.stringify(filter),
    displayedFilters: JSON.stringify(Object.fromEntries(Object.keys(filter).map((name) => [name, true]))),
    page: '1',
  }).toString()}`;
