import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evolveAction, isActionEvent } from '@burgernet/domain';
import { LawBroken, laws } from '@burgernet/projections/testing';
import { describe, expect, it } from 'vitest';
import { successesPerWeekday } from '../../examples/own-projection/successes-per-weekday.ts';
import { runExample } from '../support/run-example.js';

const file = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const page = file('docs/how-to/own-projection.md');

/** The fenced blocks of a language on the page. */
const blocks = (language: string): ReadonlyArray<string> =>
  [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, is, text]) =>
    is === language && text !== undefined ? [text] : [],
  );

describe('a projection of one’s own', () => {
  it('has 30 lines', () => {
    const lines = file('examples/own-projection/successes-per-weekday.ts').split('\n');
    const code = lines.filter((line) => !/^\s*(\/\/|\/\*\*|$)/.test(line));
    expect(code.length).toBeLessThanOrEqual(30);
  });

  it('is tried on every law that it can keep and on a property of its own, and keeps them', async () => {
    const printed = (await runExample('own-projection.test.ts')).join('\n');
    for (const law of [
      'incrementalIsBatch',
      'replayDeterminism',
      'restart',
      'duplicates',
      'commutingStreams',
    ])
      expect(printed).toContain(`keep ${law}: ${laws[law as keyof typeof laws].says}`);
    expect(printed).toMatch(/^(#|ℹ) pass 6$/m);
    expect(printed).toMatch(/^(#|ℹ) fail 0$/m);
  });

  it('follows a store live, and ends', async () => {
    expect(blocks('text')).toContain(`${(await runExample('live-follower.ts')).join('\n')}\n`);
  });
});

describe('docs/how-to/own-projection.md', () => {
  it('shows the code of the examples', () => {
    const [figure, tests, live] = blocks('ts');
    expect(blocks('ts').length).toBe(3);
    expect(figure).toBe(file('examples/own-projection/successes-per-weekday.ts'));
    expect(file('examples/own-projection.test.ts')).toContain(tests);
    expect(file('examples/live-follower.ts')).toContain(live);
  });

  it('lists every law, with what it says and what it needs', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
    expect(rows).toEqual(
      Object.values(laws).map(({ lawName, says, needs }) => [
        lawName,
        says,
        needs.map((ability) => `\`${ability}\``).join(' and ') || 'nothing more',
      ]),
    );
  });

  it('shows what a law says that is broken', () => {
    const forgetful: typeof successesPerWeekday = {
      ...successesPerWeekday,
      handle: (actions, { event, stream, revision, recordedAt }) => {
        const { action } = actions.get(stream) ?? { action: undefined };
        if (!isActionEvent(event)) return actions;
        return actions.set(stream, { action: evolveAction(action, event, recordedAt), seen: revision });
      },
    };
    const broken = (): unknown => {
      try {
        return laws.duplicates({ ...forgetful, name: 'successes per weekday' }, { seed: 8 });
      } catch (error) {
        return error;
      }
    };
    const error = broken();
    if (!(error instanceof LawBroken)) throw new Error('The law was kept.');
    const shown = error.message.replace(/path: '[^']*'/, "path: '...'");
    expect(blocks('text')).toContain(`${shown}\n`);
  });

  it('names files that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const path of links)
      expect(existsSync(new URL(path, new URL('../../docs/how-to/', import.meta.url))), path).toBe(true);
  });
});
