import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { expectSentences } from '../domain/sentences.js';
import { bundleIn, type Files, filesOf, putFiles, resealed, testKey } from '../support/bundle.js';
import { madeUp } from '../support/made-up.js';
import { done } from '../support/outcome.js';
import { runs } from '../support/runs.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { byteDamages, type Damage, damaged, damages, differing } from './damage.js';

/** `npm run test:fuzz -- --rounds N --seed S`; with `npm test` as many single bytes as any property, and some more. */
const wanted = process.env['BURGERNET_FUZZ_ROUNDS'];
const seed = process.env['BURGERNET_FUZZ_SEED'];
const parameters = (usual: number) => ({
  numRuns: wanted === undefined ? usual : Number(wanted),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});
const [many, some] = [parameters(runs), parameters(Math.ceil(runs / 4))];
const limit = { timeout: 60_000 + many.numRuns * 200 };

const history = madeUp({ seed: 7, events: 60 });
const figures = ['success.portal', 'success.full', 'actions', 'inquiries'].map((name) => [name] as const);

/** A folder for a bundle, and the files of one that is right. */
const prepared = async () => {
  const folder = await bundleIn(join(await temporaryFolder(), 'bundle'), history, {
    sizes: [1, 32, 50],
    figures,
  });
  const { root } = await done(verifyBundle(folder));
  return { folder, root, whole: await filesOf(folder) };
};

/** What is said of a bundle that was damaged, beside what was done to it. */
const verdictOn = async (folder: string, files: Files) => {
  await putFiles(folder, files);
  return verifyBundle(folder)();
};

describe('a bundle that was damaged anywhere', () => {
  const isFoundAndNamed = async (folder: string, whole: Files, damage: Damage): Promise<void> => {
    const files = damaged(whole, damage);
    const wrong = differing(whole, files);
    if (wrong.length === 0) return;
    const verdict = await verdictOn(folder, files);
    if (verdict._tag === 'Right') throw new Error(`Not found: ${wrong.join(', ')}`);
    const { text } = verdict.left;
    expectSentences(verdict.left);
    const folders = wrong.map((path) => `"${path.split('/')[0]}"`);
    const isNamed =
      [...wrong, ...folders].some((path) => text.en.includes(path)) ||
      (verdict.left.tag === 'EventDiffers' && wrong.includes('events.ndjson'));
    if (!isNamed) throw new Error(`Wrong is ${wrong.join(', ')}, but: ${text.en}`);
  };

  it('in a single byte is refused, and the file or event is named', limit, async () => {
    const { folder, whole } = await prepared();
    await fc.assert(
      fc.asyncProperty(byteDamages, (damage) => isFoundAndNamed(folder, whole, damage)),
      many,
    );
  });

  it('in a byte, a line or a file is refused, and the file or event is named', limit, async () => {
    const { folder, whole } = await prepared();
    await fc.assert(
      fc.asyncProperty(damages, (damage) => isFoundAndNamed(folder, whole, damage)),
      some,
    );
  });

  it('and signed again by its own key is refused, unless its leaves are the same', limit, async () => {
    const { folder, root, whole } = await prepared();
    await fc.assert(
      fc.asyncProperty(fc.array(damages, { minLength: 1, maxLength: 3 }), async (all) => {
        const files = all.reduce(damaged, whole);
        const inside = new Map([...files].filter(([path]) => whole.has(path)));
        const manifest = files.get('manifest.json');
        if (manifest === undefined || !manifest.equals(whole.get('manifest.json') ?? Buffer.alloc(0))) return;
        const verdict = await verdictOn(folder, resealed(inside, testKey));
        if (verdict._tag === 'Left') expectSentences(verdict.left);
        else expect(verdict.right.root).toBe(root);
      }),
      some,
    );
  });
});
