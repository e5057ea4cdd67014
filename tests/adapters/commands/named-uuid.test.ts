import fc from 'fast-check';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { uuidsIn } from '../../../packages/adapters/src/commands/named-uuid.js';

describe('the id of a name', () => {
  it('is that of the example in RFC 9562', () => {
    const names = uuidsIn('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
    expect(names('www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is what the uuid package makes of it, in any namespace', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
        expect(uuidsIn(namespace)(name)).toBe(v5(name, namespace));
      }),
    );
  });
});
