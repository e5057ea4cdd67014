import { withoutChanging } from './changing.js';

/** A command of a page, what the page shows of what it prints (`undefined` where it shows nothing), and what that is. */
export interface Told {
  readonly line: string;
  readonly shows: string | undefined;
  readonly shown: string;
}

const shownIn = (told: ReadonlyArray<Told>): ReadonlyArray<Told & { readonly shows: string }> =>
  told.flatMap(({ line, shows, shown }) => (shows === undefined ? [] : [{ line, shows, shown }]));

const part = (line: string, output: string): string => `$ ${line}\n${output}`;

/**
 * A page that shows what its commands print: the page itself where that differs only in what differs from one reader
 * to the next.
 */
export const withTranscripts = (text: string, told: ReadonlyArray<Told>): string => {
  const parts = shownIn(told);
  const asShown = parts.map(({ line, shows }) => part(line, shows)).join('');
  const asPrinted = parts.map(({ line, shown }) => part(line, shown)).join('');
  if (withoutChanging(asShown) === withoutChanging(asPrinted)) return text;
  let [done, rest] = ['', text];
  for (const { line, shows, shown } of parts) {
    const old = part(line, shows);
    const at = rest.indexOf(old);
    done += rest.slice(0, at) + part(line, shown);
    rest = rest.slice(at + old.length);
  }
  return done + rest;
};
