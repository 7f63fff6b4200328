import fc from 'fast-check';
import { checkNewPassword, hashPassword, temporaryPassword, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('should verify what was hashed, and nothing else', async () => {
    const stored = await hashPassword('岸上有风 and rain');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, '岸上有风 and rain')).toBe(true);
    expect(await verifyPassword(stored, '岸上有风 and rains')).toBe(false);
    expect(await verifyPassword('not a hash', 'x')).toBe(false);
  });

  it('should take the same password in another Unicode form', async () => {
    expect(await verifyPassword(await hashPassword('Zoe\u0308 am See'), 'Zo\u00eb am See')).toBe(true);
  });

  it('should make temporary passwords that the policy itself would accept', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const password = temporaryPassword();
        expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
        expect(() => checkNewPassword(password, [])).not.toThrow();
      }),
    );
  });
});
