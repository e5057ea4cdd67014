import { parseTarget } from '@burgernet/adapters';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (url: string) => {
  const target = parseTarget(url);
  return target._tag === 'Right' ? target.right : target.left;
};

describe('the address of tables', () => {
  it('names a file, or a database with a schema that is taken out of what the client is told', () => {
    expect(read('sqlite:some/tables.db')).toEqual({
      kind: 'sqlite',
      file: 'some/tables.db',
      shown: 'sqlite:some/tables.db',
    });
    expect(read('postgres://ann@db.example:5433/figures')).toEqual({
      kind: 'postgres',
      connection: 'postgres://ann@db.example:5433/figures',
      schema: 'burgernet',
      shown: 'postgres://db.example:5433/figures?schema=burgernet',
    });
    expect(read('postgresql://db.example/figures?sslmode=verify-full&schema=noord_2')).toMatchObject({
      connection: 'postgres://db.example/figures?sslmode=verify-full',
      schema: 'noord_2',
    });
    expect(read('postgres://ann@/figures?host=/run/postgresql')).toMatchObject({
      connection: 'postgres://ann@/figures?host=%2Frun%2Fpostgresql',
    });
    expect(read('postgres://%2Frun%2Fpostgresql/figures')).toMatchObject({
      connection: 'postgres://%2Frun%2Fpostgresql/figures',
    });
  });

  it.each([
    ['nothing', ''],
    ['another scheme', 'mysql://db/figures'],
    ['a store of events', 'esdb://db:2113'],
    ['a file without a name', 'sqlite:'],
    ['no authority', 'postgres:figures'],
    ['a port that cannot be', 'postgres://db:99999/figures'],
    ['a percent sign that begins no code', 'postgres://ann:10%@db/figures'],
    ['a schema that needs quotes', 'postgres://db/figures?schema=My-Schema'],
    ["a schema of PostgreSQL's own", 'postgres://db/figures?schema=pg_catalog'],
    ['a schema that would be a statement', 'postgres://db/figures?schema=a;drop table b'],
  ])('cannot be %s', (_, url) => {
    expect(read(url)).toMatchObject({ tag: 'TargetMalformed' });
  });

  it('is shown without its password, whatever that is, and however it is misspelt', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 12 }).map((text) => `geheim${text}`);
    const form = fc.constantFrom(
      (password: string) => `postgres://ann:${encodeURIComponent(password)}@db.example/figures`,
      (password: string) => `postgres://ann:${password}@db.example/figures`,
      (password: string) => `postgres://db.example/figures?password=${password}`,
      (password: string) => `postgres//ann:${password}@db.example/figures`,
      (password: string) => `postgress://ann:${password}@db.example:99999/figures?schema=A`,
    );
    fc.assert(
      fc.property(word, form, (password, addressOf) => {
        const target = parseTarget(addressOf(password));
        const said = target._tag === 'Right' ? target.right.shown : JSON.stringify(target.left);
        expect(said).not.toContain('geheim');
      }),
    );
  });
});
