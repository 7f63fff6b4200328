/** The page of a person's programs, opened at one of them. */
export const personAddress = (personId: string, programId?: string): string =>
  `/people/${personId}/programs${programId ? `?program=${programId}` : ''}`;
