import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as t from 'io-ts';

const Message = t.partial({
  id: t.union([t.number, t.string]),
  method: t.string,
  result: t.unknown,
  error: t.unknown,
});
type Message = t.TypeOf<typeof Message>;

const Hover = t.type({ contents: t.type({ value: t.string }) });

/** Takes what came so far apart into messages, and gives what is left of the next. */
const messagesIn = (bytes: Buffer): readonly [ReadonlyArray<Message>, Buffer] => {
  const messages: Message[] = [];
  let rest = bytes;
  for (;;) {
    const head = rest.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())?.[1]);
    if (head === -1 || rest.length < head + 4 + length) return [messages, rest];
    const message: unknown = JSON.parse(rest.subarray(head + 4, head + 4 + length).toString());
    if (!Message.is(message)) throw new Error('The language server said something that is no message.');
    messages.push(message);
    rest = rest.subarray(head + 4 + length);
  }
};

/** What is shown where somebody points at a word for the first time it stands in a program. */
export type Pointing = (word: string) => Promise<string>;

/** An editor, as far as TypeScript's language server is concerned. */
export interface Editor {
  /**
   * Opens a program.
   *
   * @param file its path, which decides what its imports are; it need not be there
   * @param program its text
   */
  readonly open: (file: string, program: string) => Pointing;
  readonly close: () => Promise<void>;
}

/** Starts an editor that nobody looks at. */
export const startEditor = async (): Promise<Editor> => {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(server, 'exit');
  const waiting = new Map<
    Message['id'],
    { resolve: (message: Message) => void; reject: (error: Error) => void }
  >();
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The language server ended.'));
  });
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = (method: string, params: object): Promise<Message> =>
    new Promise((resolve, reject) => {
      const id = waiting.size + 1;
      waiting.set(id, { resolve, reject });
      send({ id, method, params });
    });
  let rest: Buffer = Buffer.alloc(0);
  server.stdout.on('data', (bytes: Buffer) => {
    const [messages, left] = messagesIn(Buffer.concat([rest, bytes]));
    rest = left;
    for (const message of messages)
      if (message.method === undefined) waiting.get(message.id)?.resolve(message);
      // The server asks for settings and to be told of changes; there are none.
      else if (message.id !== undefined) send({ id: message.id, result: null });
  });
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  send({ method: 'initialized', params: {} });

  const open = (file: string, program: string): Pointing => {
    const uri = pathToFileURL(file).href;
    const textDocument = { uri, languageId: 'typescript', version: 1, text: program };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    return async (word) => {
      const before = program.slice(0, program.search(new RegExp(`\\b${word}\\b`))).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      const { result, error } = await ask('textDocument/hover', { textDocument: { uri }, position });
      if (!Hover.is(result)) throw new Error(`Nothing is shown at ${word}: ${JSON.stringify(error)}`);
      return result.contents.value;
    };
  };
  const close = async (): Promise<void> => {
    server.kill();
    await exited;
  };
  return { open, close };
};
