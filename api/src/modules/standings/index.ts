export { refreshStandings, refreshStandingsOfRule } from './standings.js';
export { organisationDay, type OrganisationDay } from './organisation-day.js';
export { lockStaff } from './lock-staff.js';
