import fc from 'fast-check';
import { stormScenario } from '../testing/storm-scenario.js';
import { canonicalJson, scenarioHash } from './hash.js';

describe('canonicalJson', () => {
  it('should put keys in the order of their code units, at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x', Z: undefined, 中: true })).toBe(
      '{"a":"x","b":[{"c":null,"d":1}],"中":true}',
    );
  });

  it('should be JSON of the same value, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('scenarioHash', () => {
  it('should be the same for the same scenario and another one for a changed word', () => {
    const scenario = stormScenario();
    expect(scenarioHash(structuredClone(scenario))).toBe(scenarioHash(scenario));
    const changed = structuredClone(scenario);
    changed.items[0]!.text.zh += '。';
    expect(scenarioHash(changed)).not.toBe(scenarioHash(scenario));
  });
});
