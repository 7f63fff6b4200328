/** The catalogue names every value of a list, and its order is the order on screen. */
export const namesOf = <V extends string>(names: Record<V, string>): { value: V; label: string }[] =>
  (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));
