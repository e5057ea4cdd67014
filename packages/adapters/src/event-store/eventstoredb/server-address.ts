import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** A store's address is of a kind that we know, but does not say where the server is. */
export interface AddressMalformed {
  readonly tag: 'AddressMalformed';
  readonly text: Sentence;
}

/** Where a server is, and how it is spoken to. */
export interface ServerAddress {
  /** whether a host is asked for the cluster that it belongs to, also where it is the only one */
  readonly discover: boolean;
  readonly hosts: readonly [Host, ...ReadonlyArray<Host>];
  readonly credentials: Credentials | undefined;
  readonly nodePreference: NodePreference;
  readonly options: Readonly<Partial<Record<Option, string>>>;
}
export type NodePreference = (typeof preferences)[number];
export interface Host {
  readonly address: string;
  readonly port: number;
}
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const names = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'discoveryInterval',
  'gossipTimeout',
  'maxDiscoverAttempts',
  'keepAliveInterval',
  'keepAliveTimeout',
] as const;
export type Option = (typeof names)[number];
const numeric: ReadonlyArray<Option> = [
  'discoveryInterval',
  'gossipTimeout',
  'maxDiscoverAttempts',
  'keepAliveInterval',
  'keepAliveTimeout',
];
const preferences = ['leader', 'follower', 'random', 'read_only_replica'] as const;
/** Settings of the client that mean nothing here, but stand in connection strings that others made. */
const without = ['throwOnAppendFailure', 'defaultDeadline', 'tlsVerifyCert'];

const flat = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');
const malformed = (en: string, nl: string) =>
  E.left<AddressMalformed>({ tag: 'AddressMalformed', text: both(en, nl) });

/**
 * An address as it may be shown: without user and password, also where its scheme is misspelt or absent. The
 * name of a file has none, and may hold an "@".
 */
export const withoutCredentials = (url: string): string =>
  url.startsWith('sqlite:') ? url : url.replace(/^([^:/@]*:\/\/)?.*@/s, '$1');

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const readHost = (text: string): Host | undefined => {
  const [, address, port = '2113'] = /^([^:\s]+)(?::([0-9]{1,5}))?$/.exec(text) ?? [];
  return address === undefined || Number(port) > 65_535 ? undefined : { address, port: Number(port) };
};

const fits = (option: Option, value: string): boolean => {
  if (option === 'tls') return value === 'true' || value === 'false';
  return numeric.includes(option) ? /^-?[0-9]{1,9}$/.test(value) : value !== '';
};

const readSettings = (
  query: string,
): E.Either<AddressMalformed, Pick<ServerAddress, 'options' | 'nodePreference'>> => {
  const options: Partial<Record<Option, string>> = {};
  let nodePreference: NodePreference = 'leader';
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [name = '', given = ''] = pair.split('=');
    const value = decode(given) ?? '';
    const option = names.find((each) => flat(each) === flat(name));
    const preference = preferences.find((each) => flat(each) === flat(value));
    if (option !== undefined && fits(option, value)) options[option] = value;
    else if (flat(name) === 'nodepreference' && preference !== undefined) nodePreference = preference;
    else if (option !== undefined || flat(name) === 'nodepreference')
      return malformed(
        `The setting "${name}" of the store's address cannot be "${given}".`,
        `De instelling "${name}" in het adres van de opslag kan niet "${given}" zijn.`,
      );
    else if (!without.some((each) => flat(each) === flat(name)))
      return malformed(
        `The store's address has no setting "${name}"; there are nodePreference, ${names.join(', ')}.`,
        `Het adres van de opslag kent geen instelling "${name}"; wel nodePreference, ${names.join(', ')}.`,
      );
  }
  return E.right({ options, nodePreference });
};

const readCredentials = (
  text: string | undefined,
  environment: NodeJS.ProcessEnv,
): E.Either<AddressMalformed, Credentials | undefined> => {
  const [first, ...rest] = text?.split(':') ?? [];
  const username = first === undefined ? environment['BURGERNET_ESDB_USERNAME'] : decode(first);
  const password = rest.length === 0 ? environment['BURGERNET_ESDB_PASSWORD'] : decode(rest.join(':'));
  if (username === undefined && text === undefined) return E.right(undefined);
  return username === undefined || username === '' || password === undefined
    ? malformed(
        "The store's address must give a user and a password, percent-encoded where they hold signs, or neither; BURGERNET_ESDB_USERNAME and BURGERNET_ESDB_PASSWORD give them too.",
        'Het adres van de opslag moet gebruiker en wachtwoord geven, met procentcodes voor leestekens, of geen van beide; BURGERNET_ESDB_USERNAME en BURGERNET_ESDB_PASSWORD geven ze ook.',
      )
    : E.right({ username, password });
};

/**
 * Reads `esdb://[USER:PASSWORD@]HOST[:PORT][,HOST...][?SETTING=VALUE&...]`, or the same with
 * `esdb+discover`. What it says of a fault never holds the password.
 *
 * @param environment where user and password stand if the address has none
 */
export const readServerAddress = (
  url: string,
  environment: NodeJS.ProcessEnv,
): E.Either<AddressMalformed, ServerAddress> => {
  const [, scheme, userInfo, places = '', query = ''] =
    /^(esdb|esdb\+discover):\/\/(?:(.*)@)?([^@/?]*)\/?(?:\?([^@]*))?$/s.exec(url) ?? [];
  const [first, ...rest] = places.split(',').map(readHost);
  if (scheme === undefined || first === undefined || rest.includes(undefined))
    return malformed(
      "The store's address names no server; write esdb://HOST:PORT, with commas between several, or esdb+discover://NAME:PORT.",
      'Het adres van de opslag noemt geen server; schrijf esdb://HOST:POORT, met een komma tussen twee, of esdb+discover://NAAM:POORT.',
    );
  const credentials = readCredentials(userInfo, environment);
  if (E.isLeft(credentials)) return credentials;
  const settings = readSettings(query);
  if (E.isLeft(settings)) return settings;
  return E.right({
    discover: scheme === 'esdb+discover',
    hosts: [first, ...rest.filter((host) => host !== undefined)],
    credentials: credentials.right,
    ...settings.right,
  });
};
