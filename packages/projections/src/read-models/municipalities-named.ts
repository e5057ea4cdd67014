import { MunicipalityCode } from '@burgernet/domain';
import type { AnyTransition } from '../folding/streams.js';

const nothing: ReadonlyArray<MunicipalityCode> = [];

/** The municipalities that an event names, as far as it can be seen in what its stream became. */
export const municipalitiesNamed = (transition: AnyTransition): ReadonlyArray<MunicipalityCode> => {
  switch (transition.kind) {
    case 'action': {
      const { before, after } = transition;
      if (after === undefined || before?.facts === after.facts) return nothing;
      const { municipality, touched } = after.facts;
      return municipality === null ? touched : [municipality, ...touched];
    }
    case 'mailing': {
      const { event } = transition;
      if (event.type !== 'MailingSent') return nothing;
      const { municipality, sender } = event.data;
      return [municipality, sender.code].filter(MunicipalityCode.is);
    }
    case 'municipality':
      return [transition.event.data.municipality];
    case 'publication':
      return transition.event.data.rows.flatMap(({ key }) => key.municipality ?? []);
    case 'vault':
      return nothing;
  }
};
