// Uses the installed packages by import.
import { memoryStore, openSqlite } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { ActionCommand, decideAction, decodePlain } from '@burgernet/domain/action';
import { definitionOf, ReadModels } from '@burgernet/projections';

const { prove } = await import('./prove.cjs').then((module) => module.default);
await prove({
  memoryStore,
  openSqlite,
  domainRegistry,
  ActionCommand,
  decideAction,
  decodePlain,
  definitionOf,
  ReadModels,
});
console.log('imported');
