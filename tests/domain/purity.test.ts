import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

interface Import {
  /** the importing file, from its package's src on */
  readonly file: string;
  /** what is imported: a package, or a file from src on */
  readonly what: string;
}

/** Every import of a package's sources: `import`, `export from` and `import()`. */
const importsOf = (name: string): ReadonlyArray<Import> => {
  const root = join(packages, name, 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const found = text.matchAll(/(?<!['"])\b(?:from|import)\b\s*\(?\s*['"]([^'"]+)['"]/g);
    return [...found].map(([, what = '']) => ({
      file: file.split(sep).join('/'),
      what: what.startsWith('.')
        ? relative(root, join(root, dirname(file), what))
            .split(sep)
            .join('/')
        : what,
    }));
  });
};

const isOf =
  (names: ReadonlyArray<string>) =>
  (what: string): boolean =>
    names.some((name) => what === name || what.startsWith(`${name}/`));
const isOwn = (what: string): boolean =>
  /\.js$/.test(what) && !what.startsWith('../') && !/^(fp-ts|io-ts)\//.test(what);

const domain = importsOf('domain');
const kit = domain.filter(({ file }) => file.startsWith('testing/'));
const core = domain.filter(({ file }) => !file.startsWith('testing/'));
const aggregates = ['action', 'mailing', 'municipality', 'publication', 'vault'];

describe('the domain', () => {
  it('imports itself, fp-ts, io-ts and one library for civil time, and nothing else', () => {
    expect(core.length).toBeGreaterThan(100);
    const allowed = isOf(['fp-ts', 'io-ts', 'temporal-polyfill']);
    expect(core.filter(({ what }) => !isOwn(what) && !allowed(what))).toEqual([]);
  });

  it('knows no testing kit, and the kit adds fast-check alone', () => {
    expect(core.filter(({ what }) => what.startsWith('testing/'))).toEqual([]);
    const allowed = isOf(['fp-ts', 'io-ts', 'fast-check']);
    expect(kit.filter(({ what }) => !isOwn(what) && !allowed(what))).toEqual([]);
  });

  it.each(aggregates)('lets the %s import no other aggregate', (aggregate) => {
    const others = aggregates.filter((other) => other !== aggregate);
    const own = core.filter(({ file }) => file.startsWith(`${aggregate}/`));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ what }) => isOf(others)(what))).toEqual([]);
  });
});

describe('the projections', () => {
  it('import themselves, the domain, fp-ts and rxjs, and nothing else', () => {
    const allowed = isOf(['@burgernet/domain', 'fp-ts', 'rxjs', 'fast-check']);
    const all = importsOf('projections').filter(({ what }) => !isOwn(what));
    expect(all.filter(({ what }) => !allowed(what))).toEqual([]);
    const core = all.filter(({ file }) => !file.startsWith('testing/'));
    expect(core.filter(({ what }) => isOf(['fast-check', '@burgernet/domain/testing'])(what))).toEqual([]);
  });
});
