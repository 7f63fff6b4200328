import { PERMISSIONS } from '@readyroom/contract';
import { changedFields, listQuery } from './dataProvider.js';
import { apiUrl, fieldErrors, queryString } from './http.js';
import { hasConsole, mayDo, PERMISSION_OF } from './permissions.js';

describe('queryString', () => {
  it('should repeat the name of a list and leave out what is empty', () => {
    expect(
      queryString({ tier: ['manager', 'frontline'], q: '', page: 2, own: false, x: undefined, y: null }),
    ).toBe('tier=manager&tier=frontline&page=2&own=false');
  });

  it('should encode Chinese and separators', () => {
    expect(apiUrl('people', { q: '张 & 伟' })).toBe('/api/people?q=%E5%BC%A0+%26+%E4%BC%9F');
  });
});

describe('listQuery', () => {
  it('should name page, size, sort, order and filters', () => {
    const query = listQuery({
      pagination: { page: 3, perPage: 50 },
      sort: { field: 'name', order: 'DESC' },
      filter: { tier: ['manager'] },
    });
    expect(query).toEqual({ page: 3, perPage: 50, sort: 'name', order: 'desc', tier: ['manager'] });
  });

  it('should leave the default sort of react-admin to the server', () => {
    expect(listQuery({ sort: { field: 'id', order: 'ASC' } })).toEqual({
      page: undefined,
      perPage: undefined,
    });
  });
});

describe('changedFields', () => {
  const before = { id: '1', name: '张伟', email: 'a@b.cn', roles: ['employee'], note: null };

  it('should send only what differs', () => {
    expect(changedFields({ ...before, name: '张玮', roles: ['employee'] }, before)).toEqual({ name: '张玮' });
  });

  it('should clear an emptied field with null and keep an absent one out', () => {
    expect(changedFields({ ...before, email: '', note: undefined }, before)).toEqual({ email: null });
  });

  it('should drop what may not be written', () => {
    expect(changedFields({ ...before, name: 'x', email: 'y@z.cn' }, before, ['name'])).toEqual({ name: 'x' });
  });
});

describe('fieldErrors', () => {
  it('should put the text of the code at the fields named', () => {
    expect(fieldErrors('person.email_taken', [{ path: 'email', message: '' }])).toEqual({
      email: 'errors.person.email_taken',
    });
  });

  it('should say that the entry is not accepted when the request as a whole was invalid', () => {
    expect(fieldErrors('request.invalid', [{ path: 'personIds.3', message: '' }])).toEqual({
      personIds: 'errors.field',
    });
  });

  it('should be absent when nothing is located', () => {
    expect(fieldErrors('server.fault', [])).toBeUndefined();
  });
});

describe('permissions', () => {
  it('should name only permissions of the contract', () => {
    const named = Object.values(PERMISSION_OF).flatMap((actions) => Object.values(actions));
    expect(named.filter((permission) => !PERMISSIONS.includes(permission))).toEqual([]);
  });

  it('should refuse what is not mapped', () => {
    const me = { allowedOperations: [...PERMISSIONS] };
    expect(mayDo(me, 'people', 'edit')).toBe(true);
    expect(mayDo(me, 'people', 'explode')).toBe(false);
    expect(mayDo(me, 'nothing', 'list')).toBe(false);
  });

  it('should follow allowedOperations', () => {
    expect(mayDo({ allowedOperations: ['person.read'] }, 'people', 'list')).toBe(true);
    expect(mayDo({ allowedOperations: ['person.read'] }, 'people', 'edit')).toBe(false);
  });

  it('should keep people who only learn out of the console', () => {
    expect(
      hasConsole({ allowedOperations: ['me.read', 'me.write', 'learning.read', 'learning.write'] }),
    ).toBe(false);
    expect(hasConsole({ allowedOperations: ['me.read', 'completion.read'] })).toBe(true);
  });
});
