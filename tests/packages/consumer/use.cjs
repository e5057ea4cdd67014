// Uses the installed packages by require, as Node 22.12 and later can.
const { memoryStore, openSqlite } = require('@burgernet/adapters');
const { domainRegistry } = require('@burgernet/domain');
const { ActionCommand, decideAction, decodePlain } = require('@burgernet/domain/action');
const { definitionOf, ReadModels } = require('@burgernet/projections');
const { prove } = require('./prove.cjs');

prove({
  memoryStore,
  openSqlite,
  domainRegistry,
  ActionCommand,
  decideAction,
  decodePlain,
  definitionOf,
  ReadModels,
}).then(() => console.log('required'));
