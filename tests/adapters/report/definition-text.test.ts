import { definitionsText } from '@burgernet/adapters';
import { type Definition, definitionOf, definitions, measures } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';

const portal = (): Definition => {
  const first = definitionOf('success.portal', 1);
  if (first === undefined) throw new Error('The portal has a figure.');
  return first;
};

describe('a definition in words', () => {
  it.each(['nl', 'en'] as const)('calls nothing in %s by a name of the program', (lang) => {
    const text = definitionsText(definitions, definitions, lang);
    const facts = text.split('\n').filter((line) => line.startsWith('  '));
    const ours = measures.filter((measure) => /[.-]/.test(measure));
    expect(facts.filter((line) => ours.some((measure) => line.includes(measure)))).toEqual([]);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('stands beside each other version of it, and says which are replaced', () => {
    const second: Definition = { ...portal(), version: 2, counts: { measure: 'success.full' } };
    const all = [portal(), second];
    const [older, newer] = definitionsText(all, all, 'en').split('\n\n');
    expect(older?.replace(/\s+/g, ' ')).toContain('version 1, replaced by a later one)');
    expect(older).toContain('counts: actions ticked within the run time');
    expect(newer).toContain('version 2)');
    expect(newer).toContain('counts: actions with a success of any class');
    expect(definitionsText([portal()], all, 'nl').replace(/\s+/g, ' ')).toContain(
      'vervangen door een latere',
    );
  });

  it('says by which rule something belongs to a period', () => {
    const of = (name: string) =>
      definitionsText(
        definitions.filter((one) => one.name === name),
        definitions,
        'en',
      );
    expect(of('success.late')).toContain('period: that in which the action started');
    expect(of('inquiries.relevant')).toContain('period: that in which the mailing was sent');
    expect(of('participants.mail').replace(/\s+/g, ' ')).toContain(
      'period: the latest reference date in it; the inhabitants at the latest date not after that',
    );
    expect(of('app.downloads')).toContain('period: that which was counted');
  });
});
