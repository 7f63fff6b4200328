/** Column names of a roster (contract: ROSTER_COLUMNS); a test holds them equal. */
export const REQUIRED_COLUMNS = ['employee_no', 'name', 'department', 'tier'] as const;
export const OPTIONAL_COLUMNS = [
  'english_name', 'email', 'phone', 'position', 'manager_no', 'hire_date', 'tags', 'location', 'time_zone', 'locale', 'status',
] as const; // prettier-ignore
