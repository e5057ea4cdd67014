import { monthOf, type Region } from '@burgernet/domain';
import {
  type AsOf,
  type Definition,
  Figures,
  type FigureValue,
  type Query,
  type ReadModels,
  standingPositions,
} from '@burgernet/projections';
import { canonicalJson } from '../canonical-json.js';
import { sha256Hex } from '../leaf/stand-in.js';
import { type Hash, hashText } from '../merkle/hash.js';
import { Certificate } from './certificate.js';
import { lineageRoot } from './lineage.js';

/** A figure as somebody asks for it. */
export interface AskedFigure {
  readonly definition: Definition;
  readonly query: Query;
  /** absent: the country */
  readonly region?: Region | undefined;
  readonly asOf: AsOf;
}

/** The hash by which a certificate names a definition: of its canonical JSON. */
export const definitionHash = (definition: Definition): string => sha256Hex(canonicalJson(definition));

const sideOf = (count: number | null, positions: ReadonlyArray<number>) => {
  const indices = new Set(positions.map((position) => position - 1));
  return { count, events: indices.size, lineageRoot: hashText(lineageRoot(indices)) };
};

const numeratorOf = (value: FigureValue): number | null => {
  switch (value.kind) {
    case 'value':
      return value.value;
    case 'ratio':
      return value.numerator;
    case 'by-method':
      return null;
  }
};

const periodText = ({ year, month }: Query): string =>
  month === undefined ? String(year).padStart(4, '0') : monthOf(year, month);

/**
 * The certificate of a figure.
 *
 * @param models that have read a log up to some position, and nothing behind it
 * @param root of the tree of that log, with as many leaves as that position says
 */
export const certify = (
  models: ReadModels,
  root: Hash,
  { definition, query, region, asOf }: AskedFigure,
): Certificate => {
  const figures = new Figures(models, asOf, region);
  const value = figures.value(definition, query);
  const { numerator, denominator } = standingPositions(definition, figures.slice, query);
  const certificate = {
    v: 1,
    figure: definition.name,
    definition: { version: definition.version, sha256: definitionHash(definition) },
    period: periodText(query),
    region: region ?? null,
    ...(query.municipality === undefined ? {} : { municipality: query.municipality }),
    ...(query.type === undefined ? {} : { type: query.type }),
    referenceDate: asOf,
    treeSize: models.position,
    root: hashText(root),
    numerator: sideOf(numeratorOf(value), numerator),
    denominator: value.kind === 'ratio' ? sideOf(value.denominator, denominator) : null,
    rounded: value.kind === 'ratio' ? value.percentage : null,
    ...(value.kind === 'by-method' ? { byMethod: value.rows } : {}),
    ...(figures.entry(definition, query).incomplete === true ? { incomplete: true } : {}),
  };
  if (!Certificate.is(certificate)) throw new TypeError(`${definition.name} has no certificate.`);
  return certificate;
};

/** A certificate as the bytes that are compared: its canonical JSON. */
export const certificateText = (certificate: Certificate): string => canonicalJson(certificate);

/** What a certificate is of, given the definition that it names. */
export const askedOf = (certificate: Certificate, definition: Definition): AskedFigure => {
  const [year = '', month] = certificate.period.split('-');
  const { municipality, type, region, referenceDate } = certificate;
  return {
    definition,
    query: {
      year: Number(year),
      ...(month === undefined ? {} : { month: Number(month) }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(type === undefined ? {} : { type }),
    },
    region: region ?? undefined,
    asOf: referenceDate,
  };
};
