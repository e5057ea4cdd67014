import {
  actionDecider,
  choicesOf,
  fieldOf,
  mailingDecider,
  municipalityDecider,
  publicationDecider,
} from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { forms } from '../../../packages/adapters/src/cli/asking/asking-lines.js';
import { codecOf } from '../../../packages/adapters/src/cli/asking/codec-of.js';
import type { Form } from '../../../packages/adapters/src/cli/asking/form.js';
import { commandLines } from '../../../packages/adapters/src/cli/commands.js';
import { calledIn } from '../../../packages/adapters/src/cli/help-words.js';
import { reasonLabel } from '../../../packages/adapters/src/report/labels/codes.js';

/** The fields that a command's codec asks for, with those of records in it that hold nothing but codes. */
const neededBy = (form: Form): ReadonlyArray<string> => {
  const codec: unknown = codecOf(form);
  return typeof codec === 'object' && codec !== null && 'required' in codec
    ? Object.keys(codec.required ?? {})
    : [];
};

/** What was published comes from a file, whole. */
const spoken = forms.filter(({ type }) => type !== 'PublishFigures');

describe('the commands of the domain', () => {
  it('are all given by some line, and no line gives another', () => {
    const deciders = [actionDecider, mailingDecider, municipalityDecider, publicationDecider];
    const all = deciders.flatMap(({ kind, commands }) =>
      Object.keys(commands).map((type) => `${kind} ${type}`),
    );
    const given = new Set(forms.map(({ kind, type }) => `${kind} ${type}`));
    expect([...given].sort()).toEqual([...all].sort());
    const lines = new Set(commandLines.map(({ name }) => name));
    for (const { line } of forms) expect(lines).toContain(line);
  });

  it('are called by the names that scripts know them by', () => {
    const names = [
      ...['start', 'change', 'extend', 'end', 'withdraw', 'respond', 'withdraw-response', 'assess'].map(
        (name) => `action ${name}`,
      ),
      ...['reach', 'shares', 'close-message', 'show', 'end-due'].map((name) => `action ${name}`),
      ...['mark', 'correct', 'withdraw', 'rule-out', 'withdraw-verdict', 'waiting'].map(
        (name) => `success ${name}`,
      ),
      ...['send', 'respond', 'assess', 'withdraw'].map((name) => `mailing ${name}`),
      ...['municipality count', 'publication add', 'thank', 'thanks', 'board'],
    ];
    expect(commandLines.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it.each(spoken.map((form) => [`${form.line} (${form.type})`, form] as const))(
    '%s says every field that has to be there, or derives it, and only fields that there are',
    (_, form) => {
      const fields = [...form.args, ...form.options].filter(({ isAside }) => !isAside);
      for (const { path } of fields) expect([path, fieldOf(codecOf(form), path)]).not.toContain(undefined);
      const said = fields.filter(({ isNeeded }) => isNeeded).map(({ path }) => path);
      const there = [...said, ...form.defaults.map(([path]) => path)].map((path) => path.split('.')[0]);
      for (const field of neededBy(form)) expect(there).toContain(field);
    },
  );

  it('are explained in both languages, with Dutch words for what is to be filled in', () => {
    const inBoth = ['code', 'codes', 'n', 'url', 'urn', 'uuid', 'status', 'mailing'];
    for (const { name, says, options, takes = '' } of commandLines) {
      expect([name, says.nl]).not.toContain(says.en === says.nl && name !== 'mailing' ? says.en : '');
      for (const one of options) expect(one.says.en).not.toBe(one.says.nl);
      for (const called of [takes, ...options.map(({ flags }) => flags)])
        for (const word of called.match(/(?<=[<[])[a-z:]+/g) ?? [])
          if (!inBoth.includes(word)) expect(calledIn('nl', called)).not.toContain(`<${word}>`);
    }
  });
});

describe('the codes of reasons', () => {
  it('all have words', () => {
    const codes = spoken.flatMap((form) => choicesOf(fieldOf(codecOf(form), 'reason.code') ?? codecOf(form)));
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes)
      for (const lang of ['en', 'nl'] as const) expect(reasonLabel({ code }, lang)).toMatch(/^[a-z].*[a-z]$/);
    for (const code of new Set(codes))
      if (!['hoax', 'other', 'found'].includes(code)) expect(reasonLabel({ code }, 'nl')).not.toBe(code);
  });
});
