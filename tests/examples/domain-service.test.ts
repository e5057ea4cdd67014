import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runExample } from '../support/run-example.js';

const source = readFileSync(
  fileURLToPath(new URL('../../examples/domain-service.ts', import.meta.url)),
  'utf8',
);

describe('examples/domain-service.ts', () => {
  it('decodes, decides, keeps and reads back, and says why not', async () => {
    expect(await runExample('domain-service.ts')).toEqual([
      'StartAction: ActionStarted',
      'MarkSuccess: malformed: recordedAt: no instant ("this morning")',
      'WithdrawSuccess: refused: Only a coordinator may withdraw a success, not a dispatcher; leave it to a coordinator.',
      'MarkSuccess: ActionEnded, SuccessMarked',
      '3 events; the action ended at 2021-05-14T19:03:00.000Z, its success is found-late',
    ]);
  });

  it('imports the domain and nothing else', () => {
    const imported = [...source.matchAll(/\bfrom '([^']+)'/g)].map(([, name]) => name);
    expect(imported).toEqual(['@burgernet/domain/action']);
    expect(source).not.toContain('_tag');
  });
});
