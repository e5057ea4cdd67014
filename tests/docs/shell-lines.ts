import type { Block } from './markdown.js';

/** A file that a page has its reader write. */
export interface WrittenFile {
  readonly name: string;
  readonly content: string;
}

/** A command that a page has its reader give. */
export interface Line {
  readonly line: string;
  /** its words, the command's name first */
  readonly words: ReadonlyArray<string>;
  /** the file that takes what it prints */
  readonly into?: string;
  /** what the page shows of what it prints, where it shows that */
  readonly shows?: string;
}

const heredoc = /^cat > (\S+) <<'END'\n([\s\S]*?\n)END$/gm;

/** The files that a block has its reader write. */
export const filesIn = ({ content }: Block): ReadonlyArray<WrittenFile> =>
  [...content.matchAll(heredoc)].map(([, name = '', text = '']) => ({ name, content: text }));

const wordsOf = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );

const lineOf = (text: string): Omit<Line, 'shows'> => {
  const [command = '', into] = text.replace(/\s+# .*$/, '').split(' > ');
  const words = wordsOf(command.replace(/^npx /, ''));
  return { line: text, words, ...(into === undefined ? {} : { into: into.trim() }) };
};

/** The commands of a block: every line of an `sh` block that does not move about, every line behind a `$` of a `console` block. */
export const linesIn = ({ language, content }: Block): ReadonlyArray<Line> => {
  if (language === 'console')
    return content
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [line = ''] = part.split('\n', 1);
        return { ...lineOf(line), shows: part.slice(line.length + 1) };
      });
  return content
    .replaceAll(heredoc, '')
    .split(/\n| && /)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(#|mkdir |cd )/.test(line))
    .map(lineOf);
};
