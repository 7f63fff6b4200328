export { lockPeople, lockPeopleOfRule, refreshStandings, refreshStandingsOfRule } from './standings.js';
export { organisationDay, type OrganisationDay } from './organisation-day.js';
export {
  programStatus,
  refreshProgramStandings,
  refreshProgramStandingsOfRule,
  turnProgramStandings,
} from './program-standings.js';
export { inScope, type Scope } from './scope.js';
