import { PASSWORD_MIN_LENGTH } from '@readyroom/contract';
import { BadRequest, Refusal } from '../../platform/http/refusal.js';

export class WrongCredentials extends Refusal {
  constructor() {
    super(401, 'auth.wrong_credentials', 'No active account matches this login and password');
  }
}
export class TemporaryPasswordExpired extends Refusal {
  constructor() {
    super(401, 'auth.password_expired', 'This temporary password has expired; HR can issue a new one');
  }
}
export class Throttled extends Refusal {
  constructor(seconds: number) {
    super(
      429,
      'auth.throttled',
      `Too many tries; wait ${seconds} seconds`,
      [{ path: '', message: 'Wait', values: { seconds } }],
      seconds,
    );
  }
}
export class LinkInvalid extends Refusal {
  constructor() {
    super(401, 'auth.link_invalid', 'This sign-in link is used up, expired or wrong; HR can issue a new one');
  }
}
export class PasswordTooShort extends BadRequest {
  constructor() {
    super('auth.password_too_short', `A password has at least ${PASSWORD_MIN_LENGTH} characters`, [
      { path: 'newPassword', message: 'Too short', values: { minimum: PASSWORD_MIN_LENGTH } },
    ]);
  }
}
export class PasswordCommon extends BadRequest {
  constructor() {
    super('auth.password_common', 'This password is among the first that anybody would try', [
      { path: 'newPassword', message: 'Too easy to guess' },
    ]);
  }
}
export class PasswordUnchanged extends BadRequest {
  constructor() {
    super('auth.password_unchanged', 'The new password equals the old one', [
      { path: 'newPassword', message: 'Unchanged' },
    ]);
  }
}
