import { expect, it } from 'vitest';
import { withTranscripts } from './transcript.js';

const page = `# A page

\`\`\`console
$ burgernet one
made 0b9a7f3e-52f4-4f0b-8a39-6f5d2f6f5b10
$ burgernet two
of 0b9a7f3e-52f4-4f0b-8a39-6f5d2f6f5b10: 1
\`\`\`
`;
const told = (made: string, of: string, count: number) => [
  {
    line: 'burgernet one',
    shows: 'made 0b9a7f3e-52f4-4f0b-8a39-6f5d2f6f5b10\n',
    shown: `made ${made}\n`,
  },
  {
    line: 'burgernet two',
    shows: 'of 0b9a7f3e-52f4-4f0b-8a39-6f5d2f6f5b10: 1\n',
    shown: `of ${of}: ${count}\n`,
  },
];
const [id, other] = ['6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11', 'd3b07384-d9a0-4f3b-8c5e-1f2a3b4c5d6e'];

it('a page stays as it is where only random ids are others', () => {
  expect(withTranscripts(page, told(id, id, 1))).toBe(page);
});

it('a page shows what is printed where that is something else', () => {
  const renewed = page.replaceAll('0b9a7f3e-52f4-4f0b-8a39-6f5d2f6f5b10', id).replace(': 1', ': 2');
  expect(withTranscripts(page, told(id, id, 2))).toBe(renewed);
});

it('an id that is another one than the page says is something else', () => {
  expect(withTranscripts(page, told(id, other, 1))).not.toBe(page);
});

it.each(['A', '+', '/'])(
  'a page stays as it is where only a root is another one, also one that begins with %s',
  (first) => {
    const rooted = (root: string): string => `$ burgernet root\nthe root is ${root}; 7 events\n`;
    const [shown, printed] = [`B${'r'.repeat(42)}=`, `${first}${'s'.repeat(42)}=`];
    const text = `# A page\n\n\`\`\`console\n${rooted(shown)}\`\`\`\n`;
    const output = (root: string): string => rooted(root).split('\n').slice(1).join('\n');
    expect(
      withTranscripts(text, [{ line: 'burgernet root', shows: output(shown), shown: output(printed) }]),
    ).toBe(text);
  },
);
