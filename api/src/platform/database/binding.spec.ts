import { CopyValues, Parameters } from './binding.js';

const ID = '0198f2c4-0000-7000-8000-000000000001';

describe('Parameters', () => {
  it('when values are bound it should number them in order', () => {
    const bind = new Parameters();
    expect([bind.one('%a%', 'text'), bind.among('s.tier', ['manager'], 'tier')]).toEqual([
      '$1::text',
      's.tier = ANY($2::tier[])',
    ]);
    expect(bind.values).toEqual(['%a%', ['manager']]);
  });
});

describe('CopyValues', () => {
  it('when a value is an id, a day or a state it should stand in the statement', () => {
    const bind = new CopyValues();
    expect(bind.one('2026-03-20', 'date')).toBe(`'2026-03-20'::date`);
    expect(bind.among('s.course_id', [ID], 'uuid')).toBe(`s.course_id = ANY('{${ID}}'::uuid[])`);
    expect(bind.statement()).toEqual({ text: 'SELECT 1', values: [] });
  });

  it('when a text could be anything it should travel as a parameter of another statement', () => {
    const bind = new CopyValues();
    for (const text of [`%' OR 1=1 --%`, '张伟', 'Asia/Shanghai', 'a\\', '$1'])
      expect(bind.one(text, 'text')).not.toContain(text);
    const { text, values } = bind.statement();
    expect(text).toMatch(/^SELECT set_config\('readyroom\.text1', \$1, true\), /);
    expect(values).toEqual([`%' OR 1=1 --%`, '张伟', 'Asia/Shanghai', 'a\\', '$1']);
  });

  it('when something else than ids is listed it should refuse', () => {
    expect(() => new CopyValues().among('s.tier', [`x}'`], 'tier')).toThrow('Only ids and states');
  });
});
