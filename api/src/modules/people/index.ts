export { PeopleModule } from './people.module.js';
export { LastAdmin, PersonNotFound } from './person.errors.js';
export { nameInitials } from './name-initials.js';
export { maskPhone } from './phone.js';
export { isTimeZone } from './time-zone.js';
export { makeAdmin, type AdminSpec } from './make-admin.js';
