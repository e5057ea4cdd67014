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

/** The events that one side of a figure stands on: how many, and their lineage root. */
interface Lineage {
  readonly events: number;
  readonly lineageRoot: string;
}

const lineageOf = (positions: ReadonlyArray<number>): Lineage => {
  const indices = new Set(positions.map((position) => position - 1));
  return { events: indices.size, lineageRoot: hashText(lineageRoot(indices)) };
};

/**
 * Makes the certificates of figures of one log. What several of the same year, region and reference date stand
 * on is read and hashed once, if they are asked for one after the other.
 */
export class Certifier {
  #last: { readonly name: string; readonly read: Map<string, ReadonlyArray<number>> } | undefined;
  readonly #lineages = new WeakMap<ReadonlyArray<number>, Lineage>();

  /**
   * @param models that have read a log up to some position, and nothing behind it
   * @param root of the tree of that log, with as many leaves as that position says
   */
  constructor(
    private readonly models: ReadModels,
    private readonly root: Hash,
  ) {}

  /** The certificate of a figure. */
  certify(asked: AskedFigure): Certificate {
    const { definition, query, region, asOf } = asked;
    const figures = new Figures(this.models, asOf, region);
    const value = figures.value(definition, query);
    const { numerator, denominator } = standingPositions(
      definition,
      figures.slice,
      query,
      this.#readFor(asked),
    );
    const certificate = {
      v: 1,
      figure: definition.name,
      definition: { version: definition.version, sha256: definitionHash(definition) },
      period: periodText(query),
      region: region ?? null,
      ...(query.municipality === undefined ? {} : { municipality: query.municipality }),
      ...(query.type === undefined ? {} : { type: query.type }),
      referenceDate: asOf,
      treeSize: this.models.position,
      root: hashText(this.root),
      numerator: { count: numeratorOf(value), ...this.#lineage(numerator) },
      denominator:
        value.kind === 'ratio' ? { count: value.denominator, ...this.#lineage(denominator) } : null,
      rounded: value.kind === 'ratio' ? value.percentage : null,
      ...(value.kind === 'by-method' ? { byMethod: value.rows } : {}),
      ...(figures.entry(definition, query).incomplete === true ? { incomplete: true } : {}),
    };
    if (!Certificate.is(certificate)) throw new TypeError(`${definition.name} has no certificate.`);
    return certificate;
  }

  /** What was read for certificates of the same year, region and reference date as the one before. */
  #readFor({ query: { year }, region, asOf }: AskedFigure): Map<string, ReadonlyArray<number>> {
    const name = JSON.stringify([year, region ?? null, asOf]);
    if (this.#last?.name !== name) this.#last = { name, read: new Map() };
    return this.#last.read;
  }

  #lineage(positions: ReadonlyArray<number>): Lineage {
    const lineage = this.#lineages.get(positions) ?? lineageOf(positions);
    this.#lineages.set(positions, lineage);
    return lineage;
  }
}

/** The certificate of one figure, see `Certifier`. */
export const certify = (models: ReadModels, root: Hash, asked: AskedFigure): Certificate =>
  new Certifier(models, root).certify(asked);

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
