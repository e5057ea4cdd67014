import type { Explanation, StandingEvent } from '@burgernet/projections';

/** `explain --json`: the events that a figure stands on, per group where a figure counts groups or methods. */
export const explainJson = (name: string, explanation: Explanation) =>
  explanation.kind === 'events'
    ? { figure: name, numerator: explanation.numerator, denominator: explanation.denominator }
    : {
        figure: name,
        numerator: explanation.groups.map(
          ({
            group,
            events,
          }): {
            readonly group: string;
            readonly events: ReadonlyArray<StandingEvent>;
          } => ({ group, events }),
        ),
        denominator: [],
      };
