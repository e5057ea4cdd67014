import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The packages that other projects install, by the names of their folders. */
export const packages = ['domain', 'projections', 'adapters'] as const;

/** The package that an import is of: `fp-ts` of `fp-ts/lib/Either.js`; none for a file or for Node's own. */
const packageOf = (imported: string): string | undefined => {
  if (imported.startsWith('.') || imported.startsWith('node:') || builtinModules.includes(imported))
    return undefined;
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
};

/** The packages whose code or types a package's sources import, and from which of its files. */
export const importedBy = (name: (typeof packages)[number]): ReadonlyMap<string, ReadonlyArray<string>> => {
  const source = join(root, 'packages', name, 'src');
  const imports = new Map<string, string[]>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, what = ''] of text.matchAll(/(?<![.'"])\b(?:from|import)\b\s*\(?\s*'([^'\s]+)'/g)) {
      const imported = packageOf(what);
      if (imported !== undefined) imports.set(imported, [...(imports.get(imported) ?? []), file]);
    }
  }
  return imports;
};
