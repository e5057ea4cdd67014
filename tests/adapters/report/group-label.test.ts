import { groupLabel, type ReportContext } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';

const context = (lang: ReportContext['lang']): ReportContext => ({
  lang,
  municipalityName: (code) => (code === 'GM0034' ? 'Almere' : code),
});

describe('a group that a figure counts', () => {
  it.each([
    ['BT BT-1', 'basic team BT-1', 'basisteam BT-1'],
    ['DR DR-2', 'district criminal-investigation team DR-2', 'districtsrecherche DR-2'],
    ['municipality GM0034', 'Almere (GM0034)', 'Almere (GM0034)'],
    ['GM0034', 'Almere (GM0034)', 'Almere (GM0034)'],
    ['den-haag BT BT-1', 'The Hague, basic team BT-1', 'Den Haag, basisteam BT-1'],
    ['midden-nederland GM0034', 'Midden-Nederland, Almere (GM0034)', 'Midden-Nederland, Almere (GM0034)'],
  ])('%s is %s, in Dutch %s', (group, en, nl) => {
    expect([groupLabel(group, context('en')), groupLabel(group, context('nl'))]).toEqual([en, nl]);
  });
});
