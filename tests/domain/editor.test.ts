import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startEditor } from '../support/editor.js';

/** A program of another service, which sees of the domain what was built. */
const service = (name: string): string =>
  fileURLToPath(new URL(`../../${name}-of-a-service.ts`, import.meta.url));

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor();
});
afterAll(() => editor.close());

/** Where a type is used: the fields that are shown, and a line that says what it is. */
const types: Readonly<Record<string, readonly [line: string, ...fields: ReadonlyArray<string>]>> = {
  ActionStarted: ['The action that a control room starts', 'startedAt: Instant', 'type?: ActionType'],
  SuccessMarked: ['Somebody records that an action led to the find.', 'line: Line', 'foundAt?: FoundAt'],
  MailingSent: ['One mailing, however many it addresses.', 'sender: Sender', 'addressees?: number'],
  ParticipantsCounted: ['How many people of a municipality', 'channel: ParticipantChannel', 'count: number'],
  FiguresPublished: ['What was published, one event a table.', 'rows: ReadonlyArray<PublishedRow>'],
  PersonalDataForgotten: ['What stood in the vault', 'what: PersonalDataKind', 'keptSince: Instant'],
  ActionState: ['An action as its stream says it is.', 'endedAt: Instant | null', 'markings:'],
  Marking: ['A success marking as it stands', 'timely: boolean', 'runTime: RunTime'],
  StoredEvent: ['An event as a store holds it', 'recordedAt: string', 'data: string'],
  'Recorded<unknown>': ['An event that was read', 'event: E', 'metadata: Metadata'],
  Metadata: ['What an event carries beside its data', 'role: Role', 'source?: Source'],
  Actor: ['Who acts', 'role: Role', 'id: Uuid'],
  FoundAt: ['What is known of the moment of a find', 'moment: Instant', 'precision: Precision'],
  Given: ['On what, by whom and when', 'by: Actor', 'recordedAt: Instant'],
  'Decided<never, never>': ['What became of a command', 'events: ReadonlyArray<E>', 'rejection: R'],
  ActionCommand: ['A command on one action.', 'Command<"StartAction", ActionStarted> | '],
  ActionEvent: ['Any event of an action.', 'EventOf<"ActionStarted", ActionStarted>'],
};

/** Where a value is used: its type, and a line that says what it is. */
const values: Readonly<Record<string, readonly [line: string, type: string]>> = {
  actionDecider: ['a time-critical call to look out', 'const actionDecider: ActionDecider'],
  decideAction: [
    'answers without fp-ts',
    '(command: ActionCommand, state: ActionState | undefined) => Decided<',
  ],
  evolveAction: [
    'after one more event',
    'event: ActionEvent, recordedAt: Instant) => ActionState | undefined',
  ],
  SuccessMarked: ['Codec of', 'const SuccessMarked: ClosedType<SuccessMarked>'],
  ActionCommand: ['Codec of', 'const ActionCommand: Type<ActionCommand, ActionCommand, unknown>'],
  decodePlain: ['Decodes a value from outside', '(codec: Decoder<unknown, A>, value: unknown) => Decoded<A>'],
  domainRegistry: ['The registry of the domain', '(prefix?: string) => Registry<DomainEvent>'],
};

/** Where a field is used: its type, and a line that says what it is. */
const fields: Readonly<Record<string, readonly [line: string, of: string, type: string]>> = {
  runsUntil: ['its run time ends here', 'ActionStarted', 'runsUntil: Instant'],
  attribution: ['how the find came about', 'SuccessMarked', '"direct" | "indirect" | "without-burgernet"'],
  timely: ['whether it was recorded within that run time', 'Marking', 'timely: boolean'],
  toTheCase: ['implies that it is relevant', 'MailingAssessed', 'toTheCase: boolean'],
};

/** A type that nobody reads, or the inside of a codec. */
const unreadable = /import\(|typeof |ListType|NullableType|Record<never|TextCodec|UnionC/;

/** Where a namespace is imported, each name of it stands behind that of the namespace. */
const unqualified = (text: string): string => text.replaceAll('domain.', '');

describe('pointing at a name of the domain in an editor', () => {
  it('shows the fields of a type and what it is, in a few lines', async () => {
    const names = Object.keys(types);
    const uses = names.map((name, index) => `export type T${index} = domain.${name};\n`);
    const at = editor.open(
      service('types'),
      `import type * as domain from '@burgernet/domain';\n${uses.join('')}`,
    );
    for (const [name, [line, ...wanted]] of Object.entries(types)) {
      const text = unqualified(await at(name.replace(/<.*/, '')));
      for (const part of [line, ...wanted]) expect(text, name).toContain(part);
      expect(text, name).not.toMatch(unreadable);
      expect(text.length, name).toBeLessThan(800);
    }
  });

  it('shows the type of a value and what it is, in a few lines', async () => {
    const names = Object.keys(values);
    const uses = names.map((name, index) => `export const v${index} = domain.${name};\n`);
    const at = editor.open(
      service('values'),
      `import * as domain from '@burgernet/domain';\n${uses.join('')}`,
    );
    for (const [name, parts] of Object.entries(values)) {
      const text = unqualified(await at(name));
      for (const part of parts) expect(text, name).toContain(part);
      expect(text, name).not.toMatch(unreadable);
      expect(text.length, name).toBeLessThan(500);
    }
  });

  it('shows the type of a field and what stands in it', async () => {
    const uses = Object.entries(fields).map(
      ([name, [, of]], index) => `export const f${index} = (it: domain.${of}) => it.${name};\n`,
    );
    const at = editor.open(
      service('fields'),
      `import type * as domain from '@burgernet/domain';\n${uses.join('')}`,
    );
    for (const [name, [line, , type]] of Object.entries(fields)) {
      const text = unqualified(await at(name));
      for (const part of [line, type]) expect(text, name).toContain(part);
      expect(text.length, name).toBeLessThan(300);
    }
  });
});
