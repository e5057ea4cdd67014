import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { definitionOf, Figures, type FigureValue, ReadModels } from '@burgernet/projections';

/** The successes of a year as the portal counts them, by events in the order of their log. */
export const portalSuccesses = (events: Iterable<StoredEvent>, year: number): FigureValue | undefined => {
  const registry = domainRegistry();
  const models = new ReadModels();
  for (const stored of events) models.handle(registry.decode(stored));
  const portal = definitionOf('success.portal');
  return portal === undefined ? undefined : new Figures(models, 'latest').value(portal, { year });
};
