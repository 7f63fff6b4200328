import { BadRequest, Conflict, NotFound, Refusal } from '../../platform/http/refusal.js';

export class PersonNotFound extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person');
  }
}
export class EmployeeNoTaken extends Conflict {
  constructor() {
    super('person.employee_no_taken', 'Somebody else has this employee number', [
      { path: 'employeeNo', message: 'Taken' },
    ]);
  }
}
export class EmailTaken extends Conflict {
  constructor() {
    super('person.email_taken', 'Somebody else has this e-mail address', [
      { path: 'email', message: 'Taken' },
    ]);
  }
}
export class ManagerUnknown extends BadRequest {
  constructor() {
    super('person.manager_unknown', 'There is no such manager', [{ path: 'managerId', message: 'Unknown' }]);
  }
}
export class ManagerCycle extends BadRequest {
  constructor() {
    super('person.manager_cycle', 'Nobody can be their own manager, directly or through others', [
      { path: 'managerId', message: 'Reports to this person' },
    ]);
  }
}
export class LastAdmin extends Conflict {
  constructor() {
    super(
      'person.last_admin',
      'The last active administrator keeps role and status; appoint another one first',
    );
  }
}
/** `paths` name the fields or people concerned. */
export class RoleNotYours extends Refusal {
  constructor(paths: readonly string[]) {
    super(
      403,
      'person.role_not_yours',
      'This concerns access rights beyond your own',
      paths.slice(0, 20).map((path) => ({ path, message: 'Beyond your own rights' })),
    );
  }
}
export class NoCredentialsMade extends Conflict {
  constructor() {
    super('person.no_credentials_made', 'None of these people needs, or may be given, a way in by you');
  }
}
export class TooManyAtOnce extends BadRequest {
  constructor(maximum: number) {
    super('export.too_many', `More than ${maximum} people at once; choose a department`, [
      { path: '', message: 'Too many', values: { maximum } },
    ]);
  }
}
